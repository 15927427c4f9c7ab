package dk.astra.registration;

import static dk.astra.registration.RegistrationApi.signUp;
import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.registration.RegistrationApi.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Bad input gets a problem that names field and remedy, in the reader's language; nothing is stored (P10). */
class BadInputIT extends RegistrationServiceTestBase {

    @ParameterizedTest
    @CsvSource({
        "name, '', required",
        "email, '', required",
        "email, ingen-adresse, invalid-email",
        "email, a@b, invalid-email",
        "email, 'to@ord mellem.dk', invalid-email",
        "municipalityCode, 99, municipality-code",
        "institutionNumber, 12, institution-number",
        "language, fr, language",
        "role, KONGE, invalid-value",
        "channel, BREVDUE, invalid-value",
        "channel, STAFF, office-only",
        "channel, IMPORT, office-only",
        "campaign, 'med mellemrum', invalid-campaign",
        "comment, 'mit nummer er 010190-1234', cpr-number",
        "title, 'CPR 0101901234', cpr-number",
    })
    void namesTheFieldAndTheCode(String field, String value, String code) {
        Map<String, Object> request = signUp(newId(), "en@skole.example");
        request.put(field, value);

        Answer answer = api.register(request);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).isEqualTo("invalid-fields");
        assertThat(answer.problemOf(field)).isEqualTo(code);
        assertThat(answer.body().path("errors").path(0).path("message").asString())
                .isNotBlank()
                .doesNotStartWith("field.");
    }

    @Test
    void takesTheOfficesChannelsFromTheOffice() {
        Map<String, Object> request = signUp(scheduled(aMeeting().withId(newId())), "en@skole.example");
        request.put("channel", "STAFF");

        assertThat(api.as("MANAGER", "POST", "/api/registrations", request).problemOf("channel"))
                .isEqualTo("office-only");
        assertThat(api.as("ORGANISER", "POST", "/api/registrations", request).status())
                .isEqualTo(201);
    }

    @Test
    void namesAllFieldsAtOnceInTheReadersLanguage() {
        Answer danish = api.register(Map.of("email", "x"));
        Answer english = api.register(Map.of("email", "x"), "Accept-Language", "en");

        assertThat(danish.body().path("errors").size()).isGreaterThanOrEqualTo(4);
        assertThat(danish.text("title")).isEqualTo("Nogle felter skal rettes");
        assertThat(english.text("title")).isEqualTo("Some fields must be corrected");
        assertThat(english.body().toString()).contains("Enter your name");
    }

    @Test
    void refusesOversizedTextsWithTheLimit() {
        Map<String, Object> request = signUp(newId(), "en@skole.example");
        request.put("name", "x".repeat(121));
        request.put("comment", "y".repeat(501));

        Answer answer = api.register(request);

        assertThat(answer.problemOf("name")).isEqualTo("too-long");
        assertThat(answer.body().toString()).contains("120").contains("500");
    }

    @Test
    void tellsWhatIsWrongWithTheBodyAsSuch() {
        assertThat(api.send("POST", "/api/registrations", "{\"name\": ").type()).isEqualTo("malformed-json");
        assertThat(api.send("POST", "/api/registrations", "[]").status()).isEqualTo(400);
        Answer wrongType = api.send("POST", "/api/registrations", "hej", "Content-Type", "text/plain");
        assertThat(wrongType.status()).isEqualTo(415);
        assertThat(wrongType.type()).isEqualTo("unsupported-media-type");
        assertThat(wrongType.response().headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(api.send("POST", "/api/registrations", "{\"answers\": 7}").problemOf("answers"))
                .isEqualTo("invalid-value");
        assertThat(api.send("POST", "/api/registrations", null).type()).isEqualTo("malformed-json");
    }

    @Test
    void refusesABadIdempotencyKey() {
        Answer answer = api.register(signUp(newId(), "en@skole.example"), "Idempotency-Key", "k".repeat(129));

        assertThat(answer.problemOf("Idempotency-Key")).isEqualTo("idempotency-key");
    }

    @Test
    void refusesIdsThatAreNone() {
        List<String> none = java.util.Collections.singletonList(null);
        Answer attendance =
                api.asOrganiser("POST", "/api/meetings/" + newId() + "/attendance", Map.of("attended", none));
        Answer contacts = api.internal("POST", "/internal/contacts", Map.of("registrationIds", none));

        assertThat(attendance.status()).isEqualTo(400);
        assertThat(attendance.problemOf("attended[0]")).isEqualTo("required");
        assertThat(contacts.status()).isEqualTo(400);
    }

    /** Neither good nor bad input, nor an erasure, leaves a name, an address or a text in the log (P7). */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void logsNothingOfAPerson(CapturedOutput log) {
        String meeting = scheduled(aMeeting().withId(newId()));
        Map<String, Object> request = signUp(meeting, "hemmelig@skole.example");
        request.put("name", "Hemmelig Hansen");
        request.put("comment", "Hemmelig allergi");
        api.register(request);
        api.register(request);
        for (String field :
                List.of("role", "channel", "email", "campaign", "language", "answers", "municipalityCode")) {
            Map<String, Object> bad = new HashMap<>(request);
            bad.put(field, "Hemmelig Hansen");
            assertThat(api.register(bad).status()).isEqualTo(400);
        }
        api.send("POST", "/api/registrations", "{\"name\": \"Hemmelig Hansen\", \"email");
        api.send("POST", "/api/registrations", "{\"name\": {\"Hemmelig\": 1}}");
        api.register(request, "Idempotency-Key", "Hemmelig" + "x".repeat(200));
        api.asOrganiser("GET", "/api/meetings/" + meeting + "/registrations?cursor=Hemmelig&status=Hemmelig", null);

        api.asOrganiser("POST", "/api/registrations/" + newId() + "/cancel", Map.of());
        assertThat(log.getAll()).doesNotContainIgnoringCase("hemmelig");
    }

    @Test
    void storesNothingOfARefusedRequest() {
        String meeting = scheduled(aMeeting().withId(newId()));
        Map<String, Object> request = new HashMap<>(signUp(meeting, "halv@skole.example"));
        request.put("comment", "0101901234");

        api.register(request);

        assertThat(api.send("GET", "/api/meetings/" + meeting + "/availability", null)
                        .body()
                        .path("confirmed")
                        .asInt())
                .isZero();
    }

    @Test
    void answersStaffCallsOnlyWithTokenAndRole() {
        String list = "/api/meetings/" + newId() + "/registrations";
        assertThat(api.send("GET", list, null).status()).isEqualTo(401);
        assertThat(api.as("MANAGER", "GET", list, null).status()).isEqualTo(403);
        assertThat(api.asOrganiser("GET", list, null).status()).isEqualTo(200);
        assertThat(api.as("ADMINISTRATOR", "GET", list, null).status()).isEqualTo(200);
        assertThat(api.asOrganiser("DELETE", "/api/people/" + newId(), null).status())
                .isEqualTo(403);
        assertThat(api.asOrganiser("POST", "/internal/contacts", Map.of()).status())
                .isEqualTo(403);
        assertThat(api.send("GET", "/api/something-else", null).status()).isEqualTo(401);
        assertThat(api.send("GET", "/v3/api-docs", null).status()).isEqualTo(200);
    }
}
