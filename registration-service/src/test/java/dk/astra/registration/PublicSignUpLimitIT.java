package dk.astra.registration;

import static dk.astra.registration.RegistrationApi.signUp;
import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.registration.RegistrationApi.Answer;
import dk.astra.testsupport.TestSignIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A script at the public API, behind a gateway that says whom a call comes from. */
@TestPropertySource(
        properties = {
            "server.forward-headers-strategy=native",
            "tilmelding.public-sign-ups.most=12",
            "tilmelding.public-sign-ups.per=1h"
        })
class PublicSignUpLimitIT extends RegistrationServiceTestBase {

    private static final int MOST = 12;

    private final JsonMapper json = JsonMapper.builder().build();

    private List<Answer> script(String client, String meeting, int calls, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!client.isEmpty()) {
            all.addAll(List.of("X-Forwarded-For", client));
        }
        String run = newId().substring(0, 8);
        return IntStream.range(0, calls)
                .mapToObj(i -> api.register(
                        signUp(meeting, "s" + i + "." + run + "@skole.example"), all.toArray(String[]::new)))
                .toList();
    }

    private static long refused(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 429).count();
    }

    @Test
    void sendsAScriptFromOutsideAwayAndNobodyElse() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(500));

        List<Answer> answers = script("203.0.113.7", meeting, MOST + 8);

        assertThat(refused(answers)).isEqualTo(8);
        Answer last = answers.getLast();
        assertThat(last.type()).isEqualTo("too-often");
        assertThat(last.response().headers().firstValueAsLong("Retry-After").orElse(0))
                .isPositive();
        assertThat(last.text("detail")).contains("Der er ikke gemt noget");
        assertThat(refused(script("203.0.113.8", meeting, 3)))
                .as("another client")
                .isZero();
        assertThat(meters.counter("sign-ups.limited", "step", "api").count()).isPositive();
    }

    /** Control: without the bound the same script gets in, as the portal does for all its readers. */
    @Test
    void countsNobodyInsideTheHouse() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(500));

        assertThat(refused(script("", meeting, MOST + 8))).isZero();
    }

    @Test
    void countsNobodyWhoHasSignedIn() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(500));
        String bearer = TestSignIn.bearer(TestSignIn.current().token("ORGANISER"));

        assertThat(refused(script("203.0.113.9", meeting, MOST + 8, "Authorization", bearer)))
                .isZero();
    }

    @Test
    void letsAnAddressOfTheSameNetworkCountForItsNeighbour() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(500));
        script("2001:db8:1:2::1", meeting, MOST);

        assertThat(refused(script("2001:db8:1:2::2", meeting, 1))).isEqualTo(1);
    }

    @Test
    void answersWhoNamesAnAddressThatIsNone() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(500));

        assertThat(script("not-an-address", meeting, MOST + 1))
                .extracting(Answer::status)
                .containsOnly(201, 429);
    }

    @Test
    void countsGroupsForMoreAndLinksToo() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(500));
        String links = json.writeValueAsString(Map.of("email", "nobody@skole.example"));

        assertThat(group(meeting, "203.0.113.10").status()).isEqualTo(201);
        assertThat(group(meeting, "203.0.113.10").status()).isEqualTo(429);
        assertThat(links(links)).isEqualTo(202);
        assertThat(links(links)).isEqualTo(202);
        assertThat(links(links)).isEqualTo(429);
    }

    private int links(String body) {
        return api.send("POST", "/api/my-registrations/links", body, "X-Forwarded-For", "203.0.113.10")
                .status();
    }

    private Answer group(String meeting, String client) {
        Map<String, Object> group = Map.of(
                "meetingId",
                meeting,
                "leader",
                Map.of(
                        "name", "Lea Leder",
                        "email", "lea." + newId() + "@skole.example",
                        "municipalityCode", "0101",
                        "language", "da"),
                "people",
                List.of(Map.of("name", "Bo Prøve", "email", "bo." + newId() + "@skole.example")),
                "fit",
                "ALL");
        return api.send("POST", "/api/groups", json.writeValueAsString(group), "X-Forwarded-For", client);
    }
}
