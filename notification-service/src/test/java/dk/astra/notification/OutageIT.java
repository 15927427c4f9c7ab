package dk.astra.notification;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static dk.astra.testsupport.RegistrationBuilder.aRegistration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.contracts.meetings.MeetingScheduled;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.contracts.registrations.RegistrationCreated;
import dk.astra.contracts.registrations.RegistrationState;
import dk.astra.testsupport.Mail;
import dk.astra.testsupport.Mailbox;
import dk.astra.testsupport.StreamRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

/** Promise P5, second half: what cannot be delivered now waits, is seen, and arrives as soon as it can. */
class OutageIT extends ServiceTest {

    private final MeetingState meeting = aMeeting().build();

    @ParameterizedTest
    @EnumSource(
            value = Mailbox.Answer.class,
            names = {"DOWN", "DEFER"})
    void deliversEverythingWithinSecondsAfterTheMailServerIsBack(Mailbox.Answer outage) {
        publish(new MeetingScheduled(meeting));
        mailbox.answer(outage);
        List<RegistrationState> registrations = register(12);
        String reason = outage == Mailbox.Answer.DOWN ? "SMTP_UNREACHABLE" : "SMTP_DEFERRED";
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(mails("meetingId=" + meeting.meetingId()))
                        .hasSize(12)
                        .allSatisfy(mail -> {
                            assertThat(mail.path("state").asString()).isIn("QUEUED", "SENDING");
                            assertThat(mail.path("reason").asString()).isEqualTo(reason);
                        }));
        // their own pauses have become long
        mongo.updateMulti(
                Query.query(Criteria.where("meetingId")
                        .is(meeting.meetingId())
                        .and("state")
                        .is("QUEUED")),
                new Update().set("nextAttemptAt", Date.from(Instant.now().plusSeconds(900))),
                "mails");

        mailbox.answer(Mailbox.Answer.NONE);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(mails("meetingId=" + meeting.meetingId() + "&state=SENT"))
                        .hasSize(12));
        if (outage == Mailbox.Answer.DOWN) {
            assertThat(mails("meetingId=" + meeting.meetingId()))
                    .allSatisfy(
                            mail -> assertThat(mail.path("attempts").asInt()).isEqualTo(1));
        }
        for (RegistrationState registration : registrations) {
            String mailId = mails("registrationId=" + registration.registrationId())
                    .get(0)
                    .path("mailId")
                    .asString();
            // a fact may come as a copy, under the same id (P4)
            Map<String, String> facts = new LinkedHashMap<>();
            streams()
                    .records("deliveries", mailId)
                    .forEach(fact -> facts.putIfAbsent(fact.headers().get("ce_id"), fact.type()));
            assertThat(facts.values()).containsExactly("mail.deferred.v1", "mail.sent.v1");
        }
    }

    @Test
    void waitsForTheAddressesAndAsksForThemTogether() {
        publish(new MeetingScheduled(meeting));
        CONTACTS.beAway(true);
        List<RegistrationState> registrations = register(20);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(mails("meetingId=" + meeting.meetingId()))
                        .hasSize(20)
                        .allSatisfy(mail ->
                                assertThat(mail.path("reason").asString()).isEqualTo("CONTACTS_UNAVAILABLE")));
        mongo.updateMulti(
                Query.query(Criteria.where("meetingId").is(meeting.meetingId())),
                new Update().set("nextAttemptAt", Date.from(Instant.now().plusSeconds(900))),
                "mails");
        int questions = CONTACTS.questions();

        CONTACTS.beAway(false);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(mails("meetingId=" + meeting.meetingId() + "&state=SENT"))
                        .hasSize(20));
        assertThat(CONTACTS.questions() - questions).isLessThan(10);
        assertThat(registrations)
                .allSatisfy(registration -> assertThat(mails("registrationId=" + registration.registrationId())
                                .get(0)
                                .path("attempts")
                                .asInt())
                        .isEqualTo(1));
    }

    @Test
    void givesUpOnlyWhenTheMailHasBecomePointless() {
        LocalDateTime sixHoursAgo =
                LocalDateTime.now(ZoneId.of("Europe/Copenhagen")).minusHours(6).plusSeconds(8);
        MeetingState endingSoon = aMeeting().startingAt(sixHoursAgo).build();
        publish(new MeetingScheduled(endingSoon));
        mailbox.answer(Mailbox.Answer.DOWN);
        RegistrationState registration =
                aRegistration().forMeeting(endingSoon.meetingId()).build();
        CONTACTS.add(registration.registrationId(), "Åse Øst", "da");
        publish(new RegistrationCreated(registration));
        JsonNode failed = awaitState(registration.registrationId(), "FAILED");
        assertThat(failed.path("reason").asString()).isEqualTo("POINTLESS");
        assertThat(failed.path("attempts").asInt()).isZero();
        StreamRecord told = streams()
                .await(
                        "deliveries",
                        fact -> fact.subject().equals(failed.path("mailId").asString())
                                && fact.type().equals("mail.failed.v1"));
        assertThat(told.json().path("reason").asString()).isEqualTo("POINTLESS");
    }

    @Test
    void repeatsWhatACrashLeftUnderTheSameMessageId() {
        RegistrationState registration =
                aRegistration().forMeeting(meeting.meetingId()).build();
        String email = confirmed(meeting, registration);
        String mailId =
                awaitState(registration.registrationId(), "SENT").path("mailId").asString();
        // what the store holds when the process dies between the server's answer and our note of it
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(mailId)),
                new Update()
                        .set("state", "SENDING")
                        .set("open", true)
                        .set("nextAttemptAt", Date.from(Instant.now().plusSeconds(1)))
                        .unset("sentAt")
                        .inc("version", 1),
                "mails");
        List<Mail> copies = awaitMails(email, 2);
        assertThat(copies)
                .extracting(Mail::messageId)
                .containsOnly(copies.getFirst().messageId());
        awaitState(registration.registrationId(), "SENT");
        assertThat(mailbox.mails(email)).hasSize(2);
    }

    @Test
    void leavesAMailAloneThatAnotherWorkerHas() {
        RegistrationState registration =
                aRegistration().forMeeting(meeting.meetingId()).build();
        String email = confirmed(meeting, registration);
        String mailId =
                awaitState(registration.registrationId(), "SENT").path("mailId").asString();
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(mailId)),
                new Update()
                        .set("state", "SENDING")
                        .set("open", true)
                        .set("nextAttemptAt", Date.from(Instant.now().plusSeconds(60)))
                        .inc("version", 1),
                "mails");
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(4))
                .until(() -> mailbox.mails(email).size() == 1);
        mongo.remove(Query.query(Criteria.where("_id").is(mailId)), "mails");
    }

    @Test
    void countsEveryMailInExactlyOneState() {
        publish(new MeetingScheduled(meeting));
        register(5);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> mails("meetingId=" + meeting.meetingId() + "&state=SENT")
                                .size()
                        == 5);
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            Map<String, Double> shown = gauges();
            long due = mongo.count(new Query(), Document.class, "mails");
            assertThat(shown.values().stream().mapToDouble(Double::doubleValue).sum())
                    .isEqualTo(due);
            assertThat(shown.get("sent"))
                    .isEqualTo(mongo.count(Query.query(Criteria.where("state").is("SENT")), Document.class, "mails"));
        });
    }

    private Map<String, Double> gauges() {
        return get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("mails{"))
                .collect(java.util.stream.Collectors.toMap(
                        line -> line.replaceAll(".*state=\"(\\w+)\".*", "$1"),
                        line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
    }

    private List<RegistrationState> register(int count) {
        List<RegistrationState> registrations = new ArrayList<>();
        IntStream.rangeClosed(1, count).forEach(seat -> {
            RegistrationState registration =
                    aRegistration().forMeeting(meeting.meetingId()).onSeat(seat).build();
            CONTACTS.add(registration.registrationId(), "Person " + seat, "da");
            publish(new RegistrationCreated(registration));
            registrations.add(registration);
        });
        return registrations;
    }
}
