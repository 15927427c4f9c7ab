package dk.astra.contracts.deliveries;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** The mail will not arrive; {@code reason} is a code such as {@code ADDRESS_REFUSED} or {@code POINTLESS}. */
@FactType("mail.failed.v1")
public record MailFailed(MailState mail, String reason) implements DeliveryFact {

    public MailFailed {
        Objects.requireNonNull(mail, "mail");
        Objects.requireNonNull(reason, "reason");
    }
}
