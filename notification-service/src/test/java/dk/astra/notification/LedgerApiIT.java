package dk.astra.notification;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static dk.astra.testsupport.RegistrationBuilder.aRegistration;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.contracts.meetings.MeetingScheduled;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.contracts.registrations.RegistrationCreated;
import dk.astra.contracts.registrations.RegistrationState;
import dk.astra.testsupport.Mailbox;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LedgerApiIT extends ServiceTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/mails", "/api/mails?state=SENT"})
    void answersNobodyWithoutSignInAndRole(String path) {
        assertThat(get(path).statusCode()).isEqualTo(401);
        assertThat(get(path, "MANAGER").statusCode()).isEqualTo(403);
        assertThat(get(path, "ORGANISER").statusCode()).isEqualTo(200);
        assertThat(get(path, "ADMINISTRATOR").statusCode()).isEqualTo(200);
        assertThat(post("/api/mails/x/retry", Map.of()).statusCode()).isEqualTo(401);
        assertThat(post("/api/mails/x/retry", Map.of(), "MANAGER").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"state=LOST,state", "limit=0,limit", "limit=501,limit", "limit=many,limit"})
    void saysWhichConditionIsWrong(String query, String field) {
        HttpResponse<String> answer = get("/api/mails?" + query, "ORGANISER");
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asString()).endsWith("/invalid-fields");
        assertThat(problem.path("errors").get(0).path("field").asString()).isEqualTo(field);
    }

    @Test
    void findsNoMailThatIsNotThere() {
        HttpResponse<String> answer = post("/api/mails/0000/retry", Map.of(), "ORGANISER");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void listsByMeetingRegistrationAndState() {
        MeetingState meeting = aMeeting().build();
        RegistrationState first =
                aRegistration().forMeeting(meeting.meetingId()).onSeat(1).build();
        RegistrationState second =
                aRegistration().forMeeting(meeting.meetingId()).onSeat(2).build();
        confirmed(meeting, first);
        confirmed(meeting, second);
        awaitState(first.registrationId(), "SENT");
        awaitState(second.registrationId(), "SENT");
        String byMeeting = "meetingId=" + meeting.meetingId();
        assertThat(mails(byMeeting)).hasSize(2);
        assertThat(mails(byMeeting).get(0).path("registrationId").asString()).isEqualTo(second.registrationId());
        assertThat(mails(byMeeting + "&limit=1")).hasSize(1);
        assertThat(mails(byMeeting + "&state=FAILED")).isEmpty();
        assertThat(mails(byMeeting + "&state=SENT&registrationId=" + first.registrationId()))
                .hasSize(1);
    }

    @Test
    void triesAFailedMailAgain() {
        mailbox.answer(Mailbox.Answer.REFUSE);
        MeetingState meeting = aMeeting().build();
        publish(new MeetingScheduled(meeting));
        RegistrationState registration =
                aRegistration().forMeeting(meeting.meetingId()).build();
        String email = CONTACTS.add(registration.registrationId(), "Åse Øst", "da");
        publish(new RegistrationCreated(registration));
        JsonNode failed = awaitState(registration.registrationId(), "FAILED");
        assertThat(failed.path("reason").asString()).isEqualTo("ADDRESS_REFUSED");
        String mailId = failed.path("mailId").asString();
        assertThat(streams()
                        .await("deliveries", told -> told.subject().equals(mailId))
                        .type())
                .isEqualTo("mail.failed.v1");

        mailbox.answer(Mailbox.Answer.NONE);
        Map<String, String> key = Map.of("Idempotency-Key", "again-" + mailId);
        HttpResponse<String> answer = post("/api/mails/" + mailId + "/retry", key, "ORGANISER");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).path("state").asString()).isEqualTo("QUEUED");
        awaitMails(email, 1);
        assertThat(awaitState(registration.registrationId(), "SENT")
                        .path("attempts")
                        .asInt())
                .isEqualTo(2);

        assertThat(post("/api/mails/" + mailId + "/retry", key, "ORGANISER").statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused = post("/api/mails/" + mailId + "/retry", Map.of(), "ORGANISER");
        assertThat(refused.statusCode()).isEqualTo(409);
        JsonNode problem = JSON.readTree(refused.body());
        assertThat(problem.path("type").asString()).endsWith("/mail-not-failed");
        assertThat(problem.path("detail").asString()).contains("SENT");
    }

    @Test
    void describesItselfAndItsHealthAndCounts() {
        assertThat(get("/v3/api-docs").body()).contains("/api/mails/{mailId}/retry", "becomes due again");
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(get("/actuator/health").body())
                        .path("components")
                        .has("delivery"))
                .isTrue();
        assertThat(get("/actuator/prometheus").body())
                .contains("mails{", "state=\"sent\"", "mails_attempts_total", "mails_queue_age_seconds");
    }
}
