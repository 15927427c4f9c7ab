package dk.astra.reporting.evidence;

import dk.astra.contracts.evidence.EvidenceState;
import dk.astra.messaging.PendingFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An entry that staff made for a measure. Its facts go to the stream; note and link are staff's words and stay here.
 *
 * @param value what was reached, in the measure's unit
 * @param date when it was reached, in Denmark
 * @param recordedFactId the fact that told of it
 * @param withdrawnFactId the fact that took it back; null while it stands
 * @param fingerprint of the request, where it came with an Idempotency-Key
 */
@Document("evidence")
public record Evidence(
        @Id String evidenceId,
        long version,
        String planId,
        String measureId,
        int value,
        LocalDate date,
        String note,
        @Nullable String link,
        Instant recordedAt,
        String recordedFactId,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnFactId,
        @Nullable String fingerprint,
        List<PendingFact> outbox,
        @Nullable Boolean pending) {

    public Evidence {
        outbox = outbox == null ? List.of() : List.copyOf(outbox);
    }

    public boolean isWithdrawn() {
        return withdrawnFactId != null;
    }

    /** As the stream tells it, at a version. */
    EvidenceState state(long atVersion) {
        return new EvidenceState(evidenceId, atVersion, planId, measureId, value, date, recordedAt);
    }
}
