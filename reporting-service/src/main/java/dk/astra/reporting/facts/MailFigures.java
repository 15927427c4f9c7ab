package dk.astra.reporting.facts;

import dk.astra.contracts.deliveries.MailKind;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What counting needs of a mail.
 *
 * @param reason a code such as {@code SMTP_UNREACHABLE}; null when sent
 */
public record MailFigures(
        Outcome outcome, MailKind kind, @Nullable String reason) {

    /** What became of the mail so far. */
    public enum Outcome {
        SENT,
        DEFERRED,
        FAILED
    }

    public Document stored() {
        Document stored = new Document("outcome", outcome.name()).append("kind", kind.name());
        RecordedFact.put(stored, "reason", reason);
        return stored;
    }
}
