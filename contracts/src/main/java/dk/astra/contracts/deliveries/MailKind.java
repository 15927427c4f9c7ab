package dk.astra.contracts.deliveries;

/** Why a mail is written. */
public enum MailKind {
    CONFIRMED,
    WAITLISTED,
    PROMOTED,
    CANCELLED_BY_PARTICIPANT,
    CANCELLED_BY_ORGANISER,
    MEETING_CHANGED,
    MEETING_CANCELLED,
    LINK,
    MOVED,
    SEAT_RECEIVED,
    SEAT_GIVEN,
    INVITATION,
    INVITATION_REMINDER
}
