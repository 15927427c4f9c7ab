package dk.astra.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.testsupport.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** P7: names, addresses and answers of participants are in registration-service and nowhere else. */
class PersonalDataIT {

    private static final Stack STACK = Stack.shared();
    private static final Traces TRACES = new Traces(STACK);

    @BeforeAll
    static void peopleHaveSignedUp() throws IOException {
        STACK.loadDemo();
        Office office = new Office(STACK);
        String meeting = office.schedule(Office.meeting("Fortrolighed", 2));
        SignUp signUp = new SignUp(new Http());
        for (int i = 0; i < 4; i++) {
            Participant participant = Participants.next();
            String link = signUp.register(STACK.registrations("/api/registrations"), participant, meeting)
                    .expect(201)
                    .json()
                    .path("link")
                    .asString();
            if (i == 0) {
                signUp.cancel(STACK, link);
            }
            Awaitility.await("mail to " + i)
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> !STACK.mails(participant.email()).isEmpty());
        }
        somebodyIsInvitedAndAnswers(meeting);
    }

    private static void somebodyIsInvitedAndAnswers(String meeting) throws IOException {
        Http http = new Http();
        Participant invited = Participants.next();
        http.post(
                        STACK.registrations("/api/meetings/" + meeting + "/invitations"),
                        STACK.as("ORGANISER"),
                        Map.of("people", List.of(Map.of("name", invited.name(), "email", invited.email()))))
                .expect(200);
        String link = Awaitility.await("the invitation")
                .atMost(Duration.ofSeconds(90))
                .until(() -> STACK.mails(invited.email()), mails -> !mails.isEmpty())
                .getFirst()
                .linkWith("/invitation/");
        http.post(
                        STACK.registrations("/api/my-invitation/answer"),
                        Map.of("X-Invitation-Link", link.substring(link.lastIndexOf('/') + 1)),
                        Map.of("answer", "NO", "note", invited.comment()))
                .expect(200);
    }

    private static List<String> secrets() throws IOException {
        List<String> secrets = new ArrayList<>();
        Participants.all().forEach(one -> secrets.addAll(List.of(one.name(), one.email(), one.comment())));
        for (JsonNode signUp : Json.MAPPER
                .readTree(STACK.root().resolve("samples/2024/signups.json"))
                .path("items")) {
            secrets.add(signUp.path("name").asString());
            secrets.add(signUp.path("email").asString());
            secrets.add(signUp.path("comment").asString(""));
            signUp.path("answers").forEach(answer -> secrets.add(answer.asString("")));
        }
        return secrets;
    }

    @Test
    void leavesNoTraceOfAPersonInStreamsOtherDatabasesOrLogs() throws IOException {
        Needles needles = new Needles(secrets());
        assertThat(secrets().size()).isGreaterThan(1_800);
        assertThat(TRACES.inLogSegments(needles))
                .as("bytes of Kafka's log segments")
                .isEmpty();
        assertThat(TRACES.inRecords(needles)).as("records of all topics").isEmpty();
        assertThat(TRACES.inDatabases(needles)).as("other services' databases").isEmpty();
        assertThat(TRACES.inLogFiles(needles)).as("log files").isEmpty();
        assertThat(TRACES.looked())
                .as("what was looked through")
                .contains("registrations", "notifications", "events", "reports", "notification-service.log");
    }

    @Test
    void findsThemWhereTheyBelong() throws IOException {
        Participant one = Participants.all().getLast();
        assertThat(TRACES.inDatabase(new Needles(List.of(one.name(), one.email())), "registrations"))
                .hasSize(2);
    }

    @Test
    void wouldNoticeAPlantedName() throws IOException {
        String planted = "Plantine Prøvestik-Nord";
        Needles needles = new Needles(List.of(planted));
        byte[] body = Json.MAPPER.writeValueAsBytes(Map.of("name", planted));

        TRACES.plantInTopic("planted-plain", "none", body);
        assertThat(TRACES.inLogSegments(needles)).containsExactly(planted);
        TRACES.plantInTopic("planted-compressed", "gzip", body);
        assertThat(TRACES.inRecords(needles)).containsExactly(planted);
        try (var ignored = TRACES.plantInDatabase("notifications", planted)) {
            assertThat(TRACES.inDatabases(needles)).containsExactly(planted);
        }
        var log = STACK.data().resolve("logs/planted.log");
        Files.writeString(log, "INFO sending to " + planted + "\n");
        try {
            assertThat(TRACES.inLogFiles(needles)).containsExactly(planted);
        } finally {
            Files.delete(log);
        }
    }
}
