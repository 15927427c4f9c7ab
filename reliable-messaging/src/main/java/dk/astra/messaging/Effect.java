package dk.astra.messaging;

/** What a received fact did. */
public enum Effect {
    /** Something was changed. */
    APPLIED,
    /** It was known already, or something later is known; nothing was changed. */
    REPEATED
}
