package dk.astra.notification.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Keeps connections to the mail server open for a few seconds, so that a batch needs few. */
final class SmtpConnections {

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final JavaMailSenderImpl sender;
    private final Clock clock;
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();

    SmtpConnections(JavaMailSenderImpl sender, Clock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    Session session() {
        return sender.getSession();
    }

    /** One that was alive a moment ago, or null. */
    @Nullable
    SMTPTransport takeIdle() {
        for (Idle next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            if (next.since().plus(IDLE).isAfter(clock.instant())
                    && next.transport().isConnected()) {
                return next.transport();
            }
            close(next.transport());
        }
        return null;
    }

    SMTPTransport fresh() throws MessagingException {
        String protocol = sender.getProtocol();
        return (SMTPTransport) sender.getSession().getTransport(protocol == null ? "smtp" : protocol);
    }

    void connect(SMTPTransport transport) throws MessagingException {
        transport.connect(sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
    }

    void giveBack(SMTPTransport transport) {
        idle.addFirst(new Idle(transport, clock.instant()));
    }

    void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // it is gone either way
        }
    }

    /** Closes what nobody used for a while. */
    void closeIdle() {
        for (Idle oldest = idle.peekLast(); oldest != null; oldest = idle.peekLast()) {
            if (oldest.since().plus(IDLE).isAfter(clock.instant())) {
                return;
            }
            if (idle.removeLastOccurrence(oldest)) {
                close(oldest.transport());
            }
        }
    }

    private record Idle(SMTPTransport transport, Instant since) {}
}
