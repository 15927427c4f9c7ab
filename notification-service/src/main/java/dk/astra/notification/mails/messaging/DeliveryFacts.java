package dk.astra.notification.mails.messaging;

import dk.astra.contracts.deliveries.MailDeferred;
import dk.astra.contracts.deliveries.MailFailed;
import dk.astra.contracts.deliveries.MailSent;
import dk.astra.contracts.deliveries.MailState;
import dk.astra.messaging.Outbox;
import dk.astra.messaging.PendingFact;
import dk.astra.notification.mails.Cause;
import dk.astra.notification.mails.Mail;
import dk.astra.notification.mails.MailFacts;
import dk.astra.notification.mails.Reason;
import java.util.Objects;
import org.springframework.stereotype.Component;

@Component
class DeliveryFacts implements MailFacts {

    private final Outbox deliveries;

    DeliveryFacts(Outbox deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public PendingFact sent(Mail mail) {
        return deliveries.pending(new MailSent(state(mail)), mail.version());
    }

    @Override
    public PendingFact deferred(Mail mail) {
        return deliveries.pending(new MailDeferred(state(mail), reason(mail), mail.nextAttemptAt()), mail.version());
    }

    @Override
    public PendingFact failed(Mail mail) {
        return deliveries.pending(new MailFailed(state(mail), reason(mail)), mail.version());
    }

    private static String reason(Mail mail) {
        Reason reason = Objects.requireNonNull(mail.reason());
        return reason.name();
    }

    private static MailState state(Mail mail) {
        Cause cause = mail.cause();
        return new MailState(
                mail.id(),
                mail.version(),
                cause.kind(),
                cause.factId(),
                cause.registrationId(),
                cause.meetingId(),
                cause.personId(),
                mail.attempts());
    }
}
