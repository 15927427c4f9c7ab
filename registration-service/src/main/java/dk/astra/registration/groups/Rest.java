package dk.astra.registration.groups;

/** What becomes of those who do not fit. */
public enum Rest {
    /** They join the waiting list. */
    WAIT,
    /** They are not signed up. */
    LEAVE
}
