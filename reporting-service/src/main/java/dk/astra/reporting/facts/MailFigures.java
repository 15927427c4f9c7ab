package dk.astra.reporting.facts;

import dk.astra.contracts.deliveries.MailKind;
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
}
