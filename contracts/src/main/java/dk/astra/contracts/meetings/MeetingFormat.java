package dk.astra.contracts.meetings;

/** Where people meet. */
public enum MeetingFormat {
    PHYSICAL,
    ONLINE,
    HYBRID
}
