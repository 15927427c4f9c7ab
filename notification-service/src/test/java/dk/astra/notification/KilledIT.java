package dk.astra.notification;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static dk.astra.testsupport.RegistrationBuilder.aRegistration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dk.astra.contracts.Fact;
import dk.astra.contracts.meetings.MeetingScheduled;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.contracts.registrations.RegistrationCreated;
import dk.astra.contracts.registrations.RegistrationState;
import dk.astra.testsupport.Infrastructure;
import dk.astra.testsupport.Mail;
import dk.astra.testsupport.Mailbox;
import dk.astra.testsupport.StreamProbe;
import dk.astra.testsupport.TestSignIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Promise P5: the service, a process of its own, is killed while it delivers. A mail that it had claimed goes out when
 * the lease has run out; the negative control has a lease that does not run out.
 */
class KilledIT {

    private static final int PEOPLE = 30;
    private static final StubContacts CONTACTS = StubContacts.CURRENT;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Infrastructure infrastructure = Infrastructure.current();
    private final Mailbox mailbox = infrastructure.mailbox();
    private final StreamProbe streams = StreamProbe.ofCurrent().withTopics("meetings-" + run, "registrations-" + run);
    private final MongoClient store = MongoClients.create(infrastructure.store().uri("killed_" + run));
    private final Map<String, String> addresses = new HashMap<>();
    private @Nullable Process service;

    @AfterEach
    void stop() {
        mailbox.resume();
        kill9();
        store.close();
        streams.close();
    }

    @Test
    void losesNoMailAndRepeatsOneOnlyUnderTheSameMessageId() throws Exception {
        crashWhileSending("5s");
        await().atMost(Duration.ofSeconds(120))
                .until(() -> mails().countDocuments(Filters.eq("state", "SENT")) == PEOPLE);
        assertThat(reached()).isEqualTo(PEOPLE);
        Map<String, Set<String>> ids = new HashMap<>();
        for (Mail mail : mailbox.mails()) {
            if (addresses.containsKey(mail.to())) {
                ids.computeIfAbsent(mail.to(), to -> new HashSet<>()).add(mail.messageId());
            }
        }
        assertThat(ids)
                .hasSize(PEOPLE)
                .allSatisfy((to, messageIds) -> assertThat(messageIds).hasSize(1));
    }

    /** Negative control: claims that never end. */
    @Test
    void wouldLoseMailsIfALeaseDidNotEnd() throws Exception {
        long claimed = crashWhileSending("1h");
        assertThat(claimed).isPositive();
        await().atMost(Duration.ofSeconds(120))
                .until(() -> mails().countDocuments(Filters.eq("state", "SENT")) == PEOPLE - claimed);
        await().during(Duration.ofSeconds(8))
                .atMost(Duration.ofSeconds(10))
                .until(() -> mails().countDocuments(Filters.eq("state", "SENDING")) == claimed);
    }

    /** @return how many mails the killed process had claimed */
    private long crashWhileSending(String lease) throws Exception {
        MeetingState meeting = aMeeting().build();
        publish("meetings-" + run, meeting.meetingId(), new MeetingScheduled(meeting));
        start(lease);
        mailbox.pause();
        for (int seat = 1; seat <= PEOPLE; seat++) {
            RegistrationState registration =
                    aRegistration().forMeeting(meeting.meetingId()).onSeat(seat).build();
            addresses.put(
                    CONTACTS.add(registration.registrationId(), "Person " + seat, "da"), registration.registrationId());
            publish("registrations-" + run, registration.registrationId(), new RegistrationCreated(registration));
        }
        await().atMost(Duration.ofSeconds(120))
                .until(() -> mails().countDocuments() == PEOPLE
                        && mails().countDocuments(Filters.eq("state", "SENDING")) > 0);
        kill9();
        long claimed = mails().countDocuments(Filters.eq("state", "SENDING"));
        mailbox.resume();
        start(lease);
        return claimed;
    }

    private long reached() {
        return mailbox.mails().stream()
                .map(Mail::to)
                .filter(addresses::containsKey)
                .distinct()
                .count();
    }

    private MongoCollection<Document> mails() {
        return store.getDatabase("killed_" + run).getCollection("mails");
    }

    private void publish(String topic, String key, Fact fact) {
        streams.publishFact(topic, key, Fact.typeOf(fact.getClass()), 1, fact);
    }

    private void start(String lease) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("target", "notification-service.jar").toString()));
        Map<String, String> settings = new HashMap<>(Map.of(
                "server.port", "0",
                "spring.mongodb.uri", infrastructure.store().uri("killed_" + run),
                "spring.kafka.bootstrap-servers", infrastructure.broker().bootstrapServers(),
                "spring.mail.host", mailbox.smtpHost(),
                "spring.mail.port", Integer.toString(mailbox.smtpPort()),
                "tilmelding.signin.issuer", TestSignIn.current().issuer(),
                "tilmelding.registration-url", CONTACTS.url(),
                "delivery.lease", lease,
                "delivery.time-limit", "4s",
                "delivery.tick", "200ms"));
        for (String stream : List.of("meetings", "registrations")) {
            String binding = "spring.cloud.stream.bindings.follow"
                    + (stream.equals("meetings") ? "Meetings" : "Registrations") + "-in-0.";
            settings.put(binding + "destination", stream + "-" + run);
            settings.put(binding + "group", "killed-" + run);
        }
        settings.put("tilmelding.signin.client-id", "test");
        settings.put("tilmelding.signin.client-secret", "test");
        settings.put("spring.mail.properties.mail.smtp.timeout", "60000");
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        service = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "killed-" + run + ".log").toFile()))
                .start();
    }

    private void kill9() {
        Process running = service;
        if (running != null) {
            running.destroyForcibly();
            running.onExit().join();
            service = null;
        }
    }
}
