package dk.astra.notification.mails;

/** Why a mail waits, failed, or was withdrawn: codes that leave this service, so they are never renamed. */
public enum Reason {
    /** waits: the mail's meeting, or its newest state, has not come in yet */
    MEETING_UNKNOWN_YET,
    /** waits: no connection to the mail server, or it broke */
    SMTP_UNREACHABLE,
    /** waits: the mail server does not want us (5xx to the connection, the sign-in or the sender) */
    SMTP_REFUSED,
    /** waits: the mail server asks to come back later (4xx) */
    SMTP_DEFERRED,
    /** waits: registration-service does not tell the addresses */
    CONTACTS_UNAVAILABLE,
    /** waits: a mistake of ours */
    INTERNAL_ERROR,
    /** failed: no such mailbox, or not an address */
    ADDRESS_REFUSED,
    /** failed: the mail server does not take the mail's content */
    CONTENT_REFUSED,
    /** failed: it waited until it was of no use any more */
    POINTLESS,
    /** withdrawn: the person was erased */
    ERASED,
    /** withdrawn: a later fact was known before this one came */
    OVERTAKEN,
    /** withdrawn: a change of a meeting that the person has left */
    NO_LONGER_REGISTERED
}
