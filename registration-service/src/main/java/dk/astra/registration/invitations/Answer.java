package dk.astra.registration.invitations;

/** What an invited person says. */
public enum Answer {
    /** Nothing yet. */
    NONE,
    YES,
    NO,
    /** Does not know yet. */
    NOT_YET
}
