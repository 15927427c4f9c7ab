package dk.astra.registration.groups;

/** What a leader wants when there are fewer seats than people. */
public enum Fit {
    /** Everybody gets a seat, or nobody. */
    ALL,
    /** Everybody waits in line, until everybody gets a seat at once. */
    TOGETHER,
    /** In the order of the list. */
    AS_MANY_AS_FIT
}
