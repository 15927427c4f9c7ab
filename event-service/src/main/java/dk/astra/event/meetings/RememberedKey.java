package dk.astra.event.meetings;

/** An idempotency key that came with a command to this meeting, hashed, and the hash of its content. */
record RememberedKey(String key, String fingerprint) {}
