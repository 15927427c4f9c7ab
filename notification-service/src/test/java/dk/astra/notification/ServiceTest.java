package dk.astra.notification;

import static org.awaitility.Awaitility.await;

import dk.astra.contracts.Fact;
import dk.astra.contracts.Streams;
import dk.astra.contracts.meetings.MeetingFact;
import dk.astra.contracts.meetings.MeetingScheduled;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.contracts.registrations.GroupFact;
import dk.astra.contracts.registrations.GroupState;
import dk.astra.contracts.registrations.RegistrationCreated;
import dk.astra.contracts.registrations.RegistrationFact;
import dk.astra.contracts.registrations.RegistrationState;
import dk.astra.testsupport.Infrastructure;
import dk.astra.testsupport.Mail;
import dk.astra.testsupport.Mailbox;
import dk.astra.testsupport.StreamProbe;
import dk.astra.testsupport.StreamRecord;
import dk.astra.testsupport.TestSignIn;
import dk.astra.testsupport.WithInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on real infrastructure; all tests share one, because its consumer group is one. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"delivery.lease=6s", "delivery.time-limit=4s", "delivery.tick=200ms"})
@WithInfrastructure(database = "notification_it")
abstract class ServiceTest {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final StubContacts CONTACTS = StubContacts.CURRENT;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static StreamProbe streams;
    final Mailbox mailbox = Infrastructure.current().mailbox();

    @LocalServerPort
    int port;

    @Autowired
    MongoTemplate mongo;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry registry) {
        registry.add("tilmelding.registration-url", CONTACTS::url);
    }

    @BeforeAll
    static void openStreams() {
        if (streams == null) {
            streams = StreamProbe.ofCurrent();
        }
    }

    @BeforeEach
    @AfterEach
    void allIsWell() {
        mailbox.answer(Mailbox.Answer.NONE);
        CONTACTS.beAway(false);
    }

    static StreamProbe streams() {
        return streams;
    }

    static String publish(MeetingFact fact) {
        MeetingState meeting = fact.meeting();
        return publish(Streams.MEETINGS, meeting.meetingId(), meeting.version(), fact);
    }

    static String publish(RegistrationFact fact) {
        RegistrationState registration = fact.registration();
        return publish(Streams.REGISTRATIONS, registration.registrationId(), registration.version(), fact);
    }

    static String publish(GroupFact fact) {
        GroupState group = fact.group();
        return publish(Streams.REGISTRATIONS, group.groupId(), group.version(), fact);
    }

    private static String publish(String stream, String id, long sequence, Fact fact) {
        return streams.publishFact(stream, id, Fact.typeOf(fact.getClass()), sequence, fact);
    }

    /** The same fact once more, id and all. */
    static void publishAgain(RegistrationFact fact, String factId) {
        RegistrationState registration = fact.registration();
        Map<String, String> headers = StreamRecord.headers(
                Fact.typeOf(fact.getClass()), registration.registrationId(), registration.version());
        headers.put("ce_id", factId);
        streams.publish(Streams.REGISTRATIONS, registration.registrationId(), headers, JSON.writeValueAsBytes(fact));
    }

    /** A meeting that is known, and somebody who got the confirmation. @return the address */
    String confirmed(MeetingState meeting, RegistrationState registration) {
        publish(new MeetingScheduled(meeting));
        String email = CONTACTS.add(registration.registrationId(), "Åse Øst", "da");
        publish(new RegistrationCreated(registration));
        awaitMails(email, 1);
        return email;
    }

    List<Mail> awaitMails(String email, int count) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> mailbox.mails(email), mails -> mails.size() >= count);
    }

    JsonNode awaitState(String registrationId, String state) {
        return await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(
                        () -> mails("registrationId=" + registrationId).get(0),
                        mail -> mail.path("state").asString().equals(state));
    }

    JsonNode mails(String query) {
        return JSON.readTree(get("/api/mails?" + query, "ORGANISER").body()).path("items");
    }

    HttpResponse<String> get(String path, String... roles) {
        return send(request(path, roles).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> headers, String... roles) {
        HttpRequest.Builder request = request(path, roles).POST(HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        return send(request);
    }

    private HttpRequest.Builder request(String path, String... roles) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (roles.length > 0) {
            request.header(
                    "Authorization", TestSignIn.bearer(TestSignIn.current().token(roles)));
        }
        return request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
