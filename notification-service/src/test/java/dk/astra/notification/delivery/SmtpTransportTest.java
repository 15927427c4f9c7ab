package dk.astra.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.notification.mails.Reason;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@ExtendWith(OutputCaptureExtension.class)
class SmtpTransportTest {

    private static final String ADDRESS = "aase.oest@skole.example";

    private final ScriptedSmtp server = new ScriptedSmtp();
    private final SmtpTransport transport = transport(server.port(), null);

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void handsMailsOverOnOneConnection() {
        for (int i = 0; i < 5; i++) {
            assertThat(transport.send(mail("mail-" + i, ADDRESS))).isEqualTo(new Handover.Accepted());
        }
        assertThat(server.received()).hasSize(5);
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    RCPT    | 550 5.1.1 No mailbox of aase.oest@skole.example | Refused[reason=ADDRESS_REFUSED]
                    RCPT    | 553 5.1.3 aase.oest@skole.example: bad address  | Refused[reason=ADDRESS_REFUSED]
                    RCPT    | 552 5.2.2 Mailbox full                          | Refused[reason=ADDRESS_REFUSED]
                    RCPT    | 554 5.7.1 Relay access denied                   | Deferred[reason=SMTP_REFUSED, seen=true]
                    RCPT    | 450 4.2.1 Greylisted                            | Deferred[reason=SMTP_DEFERRED, seen=true]
                    RCPT    | 452 4.3.1 Out of storage                        | Deferred[reason=SMTP_DEFERRED, seen=true]
                    MAIL    | 451 4.3.0 Later                                 | Deferred[reason=SMTP_DEFERRED, seen=true]
                    MAIL    | 530 5.7.0 Sign in first                         | Deferred[reason=SMTP_REFUSED, seen=true]
                    MAIL    | 553 5.7.1 Sender refused                        | Deferred[reason=SMTP_REFUSED, seen=true]
                    DATA    | 451 4.3.0 Later                                 | Deferred[reason=SMTP_DEFERRED, seen=true]
                    DATA    | 554 5.5.1 No                                    | Refused[reason=CONTENT_REFUSED]
                    .       | 554 5.7.1 Looks like spam                       | Refused[reason=CONTENT_REFUSED]
                    .       | 452 4.3.1 Disk full                             | Deferred[reason=SMTP_DEFERRED, seen=true]
                    MAIL    | 421 4.3.2 Shutting down                         | Deferred[reason=SMTP_UNREACHABLE, seen=false]
                    .       | hang up                                         | Deferred[reason=SMTP_UNREACHABLE, seen=false]
                    RCPT    | hang up                                         | Deferred[reason=SMTP_UNREACHABLE, seen=false]
                    CONNECT | hang up                                         | Deferred[reason=SMTP_UNREACHABLE, seen=false]
                    CONNECT | 421 4.3.2 Too many connections                  | Deferred[reason=SMTP_UNREACHABLE, seen=false]
                    CONNECT | 554 5.7.1 Your network is blocked               | Deferred[reason=SMTP_REFUSED, seen=false]
                    """)
    void knowsWhatAnAnswerMeans(String command, String answer, String meaning, CapturedOutput log) {
        server.answering(command, answer);
        assertThat(transport.send(mail("mail-1", ADDRESS))).hasToString(meaning);
        assertThat(log.getAll()).doesNotContain("aase.oest").doesNotContain("Åse");
    }

    @Test
    void takesARefusedSignInForOurOwnTrouble() {
        SmtpTransport signedIn = transport(server.port(), "user");
        server.answering("AUTH", "535 5.7.8 Wrong password");
        assertThat(signedIn.send(mail("mail-1", ADDRESS))).isEqualTo(new Handover.Deferred(Reason.SMTP_REFUSED, false));
    }

    @ParameterizedTest
    @CsvSource({"no-address", "two@at@signs.example", "'spaces in it@skole.example'", "''"})
    void refusesWhatIsNoAddress(String address) {
        assertThat(transport.send(mail("mail-1", address))).isEqualTo(new Handover.Refused(Reason.ADDRESS_REFUSED));
        assertThat(server.connections()).isZero();
    }

    @Test
    void givesUpWaitingForAServerThatIsSilent() {
        server.answering("MAIL", ScriptedSmtp.SILENCE);
        assertThat(transport.send(mail("mail-1", ADDRESS)))
                .isEqualTo(new Handover.Deferred(Reason.SMTP_UNREACHABLE, false));
    }

    @Test
    void leavesAServerAloneThatIsAwayAndFindsItAgainWithinSeconds() throws Exception {
        server.answering("CONNECT", ScriptedSmtp.HANG_UP);
        for (int i = 0; i < 3; i++) {
            transport.send(mail("mail-" + i, ADDRESS));
        }
        assertThat(transport.isReachable()).isFalse();
        int connections = server.connections();
        assertThat(transport.send(mail("mail-4", ADDRESS)))
                .isEqualTo(new Handover.Deferred(Reason.SMTP_UNREACHABLE, false));
        assertThat(server.connections()).isEqualTo(connections);

        server.behave();
        await().atMost(Duration.ofSeconds(4)).until(transport::isProbing);
        assertThat(transport.send(mail("mail-5", ADDRESS))).isEqualTo(new Handover.Accepted());
        assertThat(transport.isReachable()).isTrue();
        assertThat(transport.isProbing()).isFalse();
    }

    @Test
    void doesNotBlameTheServerForBadAddresses() {
        server.answering("RCPT", "550 5.1.1 No such mailbox");
        for (int i = 0; i < 20; i++) {
            transport.send(mail("mail-" + i, ADDRESS));
        }
        assertThat(transport.isReachable()).isTrue();
    }

    @Test
    void repeatsAMailUnderTheSameMessageId() {
        server.answering(".", ScriptedSmtp.HANG_UP);
        transport.send(mail("mail-1", ADDRESS));
        server.behave();
        transport.send(mail("mail-1", ADDRESS));
        assertThat(server.received())
                .hasSize(2)
                .allSatisfy(content -> assertThat(content).contains("Message-ID: <mail-1@tilmelding.astra.dk>"));
    }

    private static OutgoingMail mail(String id, String address) {
        return new OutgoingMail(
                id,
                new Contact("reg-1", "Åse Øst", address, "da", "https://x.example/abc", "person-1", false),
                "arrangementer@astra.example",
                "Arrangementer",
                "Bekræftelse",
                "Kære Åse",
                "<p>Kære Åse</p>",
                null);
    }

    private static SmtpTransport transport(int port, @org.jspecify.annotations.Nullable String user) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", "1000");
        properties.put("mail.smtp.timeout", "5000");
        if (user != null) {
            sender.setUsername(user);
            sender.setPassword("secret");
            properties.put("mail.smtp.auth", "true");
        }
        sender.setJavaMailProperties(properties);
        DeliverySettings settings = new DeliverySettings(
                2,
                10,
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                Duration.ofSeconds(1),
                "Astra <tilmelding@astra.example>");
        return new SmtpTransport(sender, settings, CircuitBreakerRegistry.ofDefaults(), Clock.systemUTC());
    }
}
