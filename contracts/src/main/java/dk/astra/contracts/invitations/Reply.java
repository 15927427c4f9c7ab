package dk.astra.contracts.invitations;

/** What an invited person said last. */
public enum Reply {
    NONE,
    YES,
    NO,
    NOT_YET
}
