package dk.astra.notification.delivery;

import dk.astra.notification.mails.Reason;

/** The way to the mail server. */
interface MailTransport {

    /** Hands one mail over; takes its time, at most the time limit. Never throws for what a server can do. */
    Handover send(OutgoingMail mail);

    /** False while nobody should be sent to the server: it was away a moment ago. */
    boolean isReachable();

    /** Whether the next mail finds out if the server is back: then one is enough. */
    boolean isProbing();

    /** What the trouble was last. */
    Reason trouble();

    /** Lets go of connections that nobody used for a while; called now and then. */
    void closeIdle();
}
