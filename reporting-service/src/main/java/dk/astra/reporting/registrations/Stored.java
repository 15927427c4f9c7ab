package dk.astra.reporting.registrations;

/** What became of a state that was to be stored. */
enum Stored {
    /** It is the latest one now. */
    LATEST,
    /** It is the latest one, without the person: that one was erased before. */
    AFTER_ERASURE,
    /** A later one was there; nothing was changed. */
    OUTDATED
}
