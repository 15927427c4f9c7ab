package dk.astra.contracts.deliveries;

import dk.astra.contracts.Fact;

/** What became of a mail. */
public sealed interface DeliveryFact extends Fact permits MailSent, MailDeferred, MailFailed {

    MailState mail();
}
