package dk.astra.registration;

import static dk.astra.registration.RegistrationApi.signUp;
import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.contracts.meetings.Need;
import dk.astra.registration.RegistrationApi.Answer;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.needs.Diet;
import dk.astra.registration.needs.GivenNeeds;
import dk.astra.registration.needs.KeptNeeds;
import dk.astra.registration.needs.Needs;
import dk.astra.registration.registration.ForgetNeeds;
import dk.astra.registration.registration.Registrations;
import dk.astra.testsupport.MeetingBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/** What people need is kept apart, by consent, for as long as it is needed, and told to nobody with a name (P7). */
class NeedsIT extends RegistrationServiceTestBase {

    private static final Map<String, Object> NUTS = Map.of(
            "diet",
            List.of("VEGAN", "OTHER"),
            "dietText",
            "Spor af sesam er farligt",
            "access",
            "Jeg bruger teleslynge",
            "consent",
            true);

    @Autowired
    private Needs needs;

    @Autowired
    private Registrations registrations;

    @Autowired
    private KnownMeetings meetings;

    private MeetingBuilder lunch() {
        return aMeeting().withId(newId()).askingNeeds(Need.DIET, Need.ACCESS);
    }

    private Answer register(String meeting, String email, Map<String, Object> given) {
        Map<String, Object> request = signUp(meeting, email);
        request.put("needs", given);
        return api.register(request);
    }

    private Answer my(String method, String path, Answer signup, Object body) {
        return api.send(
                method,
                "/api/my-registrations" + path,
                body == null ? null : JsonMapper.shared().writeValueAsString(body),
                "X-Registration-Link",
                RegistrationApi.token(signup.text("link")));
    }

    private boolean isKept(Answer signup) {
        return needs.find(signup.text("registrationId")).isPresent();
    }

    private int sweepAt(Instant now) {
        return new ForgetNeeds(needs, registrations, meetings, Clock.fixed(now, ZoneOffset.UTC)).forget();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void showsItToThePersonAndCountsItForTheKitchen(CapturedOutput log) {
        String meeting = scheduled(lunch().withCapacity(2));
        Answer first = register(meeting, "first@skole.example", NUTS);
        register(meeting, "second@skole.example", Map.of("diet", List.of("VEGAN"), "consent", true));
        register(meeting, "waits@skole.example", Map.of("diet", List.of("VEGAN"), "consent", true));

        Answer mine = api.my(first.text("link"));
        Answer kitchen = api.asOrganiser("GET", "/api/meetings/" + meeting + "/needs", null);
        Answer list = api.asOrganiser("GET", "/api/meetings/" + meeting + "/registrations", null);

        assertThat(mine.body().path("needs").path("diet").toString()).isEqualTo("[\"VEGAN\",\"OTHER\"]");
        assertThat(mine.body().path("needs").path("deletedAt").asString()).isNotBlank();
        assertThat(my("GET", "/data", first, null).body().path("needs").toString())
                .contains("teleslynge");
        assertThat(kitchen.body().path("people").asInt())
                .as("who waits does not eat")
                .isEqualTo(2);
        assertThat(kitchen.body().path("diet").toString()).isEqualTo("{\"VEGAN\":2,\"OTHER\":1}");
        assertThat(kitchen.body().path("dietTexts").toString()).isEqualTo("[\"Spor af sesam er farligt\"]");
        assertThat(kitchen.body().toString()).doesNotContain("first@", first.text("registrationId"), "Prøve Person");
        assertThat(list.body().toString()).doesNotContain("sesam", "teleslynge", "VEGAN");
        assertThat(api.send("GET", "/api/meetings/" + meeting + "/needs", null).status())
                .isEqualTo(401);
        streams.await("registrations", fact -> fact.subject().equals(first.text("registrationId")));
        assertThat(streams.records("registrations"))
                .noneMatch(fact -> fact.json().toString().contains("sesam"));
        assertThat(log.getAll()).doesNotContain("sesam", "teleslynge");
    }

    @Test
    void takesNothingWithoutConsentOrUnasked() {
        String meeting = scheduled(lunch());
        String silent = scheduled(aMeeting().withId(newId()).askingNeeds(Need.ACCESS));

        Answer refused = register(meeting, "no@skole.example", Map.of("access", "Rampe", "consent", false));
        Answer other = register(meeting, "no@skole.example", Map.of("diet", List.of("OTHER"), "consent", true));
        Answer unknown = register(meeting, "no@skole.example", Map.of("diet", List.of("HALAL"), "consent", true));
        Answer unasked = register(silent, "no@skole.example", Map.of("diet", List.of("VEGAN"), "consent", true));
        Answer cpr = register(meeting, "no@skole.example", Map.of("access", "010190-1234", "consent", true));

        assertThat(refused.problemOf("needs.consent")).isEqualTo("consent");
        assertThat(refused.body().toString()).contains("Sæt kryds");
        assertThat(other.problemOf("needs.dietText")).isEqualTo("required");
        assertThat(unknown.problemOf("needs.diet[0]")).isEqualTo("invalid-value");
        assertThat(unasked.problemOf("needs.diet")).isEqualTo("not-asked");
        assertThat(cpr.problemOf("needs.access")).isEqualTo("cpr-number");
        assertThat(needs.ofMeeting(meeting)).isEmpty();
        Answer without = register(meeting, "no@skole.example", Map.of("diet", List.of(), "consent", false));
        assertThat(without.status()).isEqualTo(201);
        assertThat(isKept(without)).isFalse();
    }

    @Test
    void keepsTheFirstOnesOnARepeat() {
        String meeting = scheduled(lunch());
        Answer first = register(meeting, "twice@skole.example", NUTS);

        register(meeting, "twice@skole.example", Map.of("diet", List.of("VEGETARIAN"), "consent", true));

        assertThat(needs.ofMeeting(meeting)).hasSize(1);
        assertThat(needs.find(first.text("registrationId")).orElseThrow().diet())
                .contains(Diet.VEGAN);
    }

    @Test
    void correctsAndWithdrawsIt() {
        String meeting = scheduled(lunch());
        Answer signup = register(meeting, "changes@skole.example", NUTS);

        Answer untouched = my("PATCH", "", signup, Map.of("name", "Et andet navn"));
        Answer corrected =
                my("PATCH", "", signup, Map.of("needs", Map.of("diet", List.of("NUT_FREE"), "consent", true)));
        Answer refused = my("PATCH", "", signup, Map.of("needs", Map.of("diet", List.of("VEGAN"))));

        assertThat(untouched.body().path("needs").path("access").asString()).isEqualTo("Jeg bruger teleslynge");
        assertThat(corrected.body().path("needs").path("diet").toString()).isEqualTo("[\"NUT_FREE\"]");
        assertThat(refused.problemOf("needs.consent")).isEqualTo("consent");
        assertThat(isKept(signup)).isTrue();
        assertThat(my("PATCH", "", signup, Map.of("needs", Map.of("consent", false)))
                        .body()
                        .path("needs")
                        .path("diet")
                        .isMissingNode())
                .isTrue();
        assertThat(isKept(signup)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cancel", "/erase", "/transfer"})
    void endsWithThePersonsPlace(String end) {
        String meeting = scheduled(lunch());
        Answer leaves = register(meeting, "leaves@skole.example", NUTS);
        Answer stays = register(meeting, "stays@skole.example", NUTS);

        my("POST", end, leaves, Map.of("name", "Bo Kollega", "email", "bo" + meeting + "@skole.example"));

        assertThat(isKept(leaves)).isFalse();
        assertThat(isKept(stays)).as("control: nobody else's").isTrue();
    }

    /** Between the write that gives a seat on and the one that deletes what was needed, anything may happen. */
    @Test
    void areNobodysButTheirGivers() {
        String meeting = scheduled(lunch());
        Answer giver = register(meeting, "giver@skole.example", NUTS);
        String id = giver.text("registrationId");
        KeptNeeds kept = needs.find(id).orElseThrow();
        my("POST", "/transfer", giver, Map.of("name", "Bo Kollega", "email", "bo" + meeting + "@skole.example"));
        needs.keep(kept);

        String link = api.internal("POST", "/internal/contacts", Map.of("registrationIds", List.of(id)))
                .body()
                .path("items")
                .path(0)
                .path("link")
                .asString();
        Answer colleague = api.my(link);

        assertThat(colleague.text("name")).isEqualTo("Bo Kollega");
        assertThat(colleague.body().path("needs").path("diet").isMissingNode()).isTrue();
        needs.forget(List.of(id));
    }

    @Test
    void endsWhenTheMeetingIsCancelled() {
        MeetingBuilder builder = lunch();
        String meeting = scheduled(builder);
        Answer signup = register(meeting, "cancelled@skole.example", NUTS);

        var state = builder.withVersion(2).cancelled().build();
        publish("meeting.cancelled.v1", state, Map.of("meeting", state));

        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(isKept(signup)).isFalse());
    }

    @Test
    void followsToTheTwinMeeting() {
        String east = newId();
        String west = newId();
        String series = newId();
        scheduled(aMeeting().withId(east).inSeries(series, west).askingNeeds(Need.DIET));
        scheduled(aMeeting().withId(west).inSeries(series, east).askingNeeds(Need.DIET));
        Answer mover = register(east, "mover@skole.example", Map.of("diet", List.of("GLUTEN_FREE"), "consent", true));

        Answer moved = my("POST", "/move", mover, Map.of("meetingId", west));
        my("POST", "/move", mover, Map.of("meetingId", west));

        assertThat(moved.body().path("registration").path("needs").path("diet").toString())
                .isEqualTo("[\"GLUTEN_FREE\"]");
        assertThat(needs.ofMeeting(west)).hasSize(1);
        assertThat(needs.ofMeeting(east)).isEmpty();
    }

    @Test
    void isDeletedSevenDaysAfterTheMeetingAsItIsKnownByThen() {
        MeetingBuilder builder = lunch();
        String meeting = scheduled(builder);
        Answer signup = register(meeting, "retention@skole.example", NUTS);
        Instant end = builder.build().endInstant();

        sweepAt(end.plus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(isKept(signup)).as("control: not a second too early").isTrue();

        var later = builder.build().startsAt().plusDays(10);
        changed(builder.withVersion(2).startingAt(later), "startsAt");
        Instant newEnd = builder.build().endInstant();
        await().atMost(20, SECONDS)
                .until(() -> meetings.find(meeting).orElseThrow().endsAt().equals(newEnd));
        sweepAt(end.plus(Duration.ofDays(8)));
        assertThat(isKept(signup)).as("the meeting was moved").isTrue();

        assertThat(sweepAt(newEnd.plus(Duration.ofDays(7)))).isPositive();
        assertThat(isKept(signup)).isFalse();
        assertThat(api.my(signup.text("link")).text("status"))
                .as("the registration stays")
                .isEqualTo("CONFIRMED");
    }

    @Test
    void leavesNothingOfARegistrationThatWasNeverWritten() {
        String meeting = scheduled(lunch());
        Answer signup = register(meeting, "written@skole.example", NUTS);
        Instant now = Instant.now();
        GivenNeeds given = new GivenNeeds(Set.of(Diet.VEGAN), null, null);
        String orphan = newId();
        needs.keep(KeptNeeds.of(orphan, meeting, newId(), given, now));
        needs.keep(KeptNeeds.of(signup.text("registrationId"), meeting, personOf(signup), given, now));

        sweepAt(now.plusSeconds(60));
        assertThat(needs.find(orphan)).as("it may be on the way").isPresent();
        sweepAt(now.plus(Duration.ofMinutes(11)));

        assertThat(needs.find(orphan)).isEmpty();
        assertThat(isKept(signup)).isTrue();
    }

    private String personOf(Answer signup) {
        return String.valueOf(
                registrations.find(signup.text("registrationId")).orElseThrow().personId());
    }
}
