package dk.astra.registration.groups;

/** What a leader wants when there are fewer seats than people. */
public enum Fit {
    /** Everybody gets a seat, or nobody. */
    ALL,
    /** In the order of the list. */
    AS_MANY_AS_FIT
}
