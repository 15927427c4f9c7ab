package dk.astra.contracts.meetings;

/** The public states of a meeting; a draft is not told to anybody. */
public enum MeetingStatus {
    SCHEDULED,
    CANCELLED,
    HELD
}
