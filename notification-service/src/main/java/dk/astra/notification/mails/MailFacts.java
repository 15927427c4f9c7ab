package dk.astra.notification.mails;

import dk.astra.messaging.PendingFact;

/** Tells the other services what became of a mail. */
public interface MailFacts {

    PendingFact sent(Mail mail);

    PendingFact deferred(Mail mail);

    PendingFact failed(Mail mail);
}
