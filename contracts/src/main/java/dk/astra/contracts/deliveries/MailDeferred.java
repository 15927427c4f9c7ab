package dk.astra.contracts.deliveries;

import dk.astra.contracts.FactType;
import java.time.Instant;
import java.util.Objects;

/** The mail could not be handed over yet; {@code reason} is a code such as {@code SMTP_UNREACHABLE}. */
@FactType("mail.deferred.v1")
public record MailDeferred(MailState mail, String reason, Instant nextAttemptAt) implements DeliveryFact {

    public MailDeferred {
        Objects.requireNonNull(mail, "mail");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(nextAttemptAt, "nextAttemptAt");
    }
}
