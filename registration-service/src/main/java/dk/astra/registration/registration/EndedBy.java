package dk.astra.registration.registration;

/** Who ended a registration, where that was somebody else than its person. */
public enum EndedBy {
    /** The leader of the group that it came with. */
    LEADER,
    /** The office. */
    ORGANISER
}
