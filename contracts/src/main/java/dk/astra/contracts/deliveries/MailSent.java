package dk.astra.contracts.deliveries;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** The mail server took the mail. */
@FactType("mail.sent.v1")
public record MailSent(MailState mail) implements DeliveryFact {

    public MailSent {
        Objects.requireNonNull(mail, "mail");
    }
}
