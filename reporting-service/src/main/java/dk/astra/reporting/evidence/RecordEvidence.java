package dk.astra.reporting.evidence;

import dk.astra.contracts.evidence.EvidenceState;
import dk.astra.messaging.PendingFact;
import dk.astra.reporting.evidence.messaging.EvidenceStream;
import dk.astra.web.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Records what staff reached for a measure that no fact can compute. */
@Component
public class RecordEvidence {

    private static final Logger log = LoggerFactory.getLogger(RecordEvidence.class);

    private final RecordedEvidence evidence;
    private final EvidenceStream stream;
    private final Clock clock;

    RecordEvidence(RecordedEvidence evidence, EvidenceStream stream, Clock clock) {
        this.evidence = evidence;
        this.stream = stream;
        this.clock = clock;
    }

    /** What is to be recorded. */
    public record Entry(
            String planId,
            String measureId,
            int value,
            LocalDate date,
            String note,
            @Nullable String link) {}

    /** @return the id; with a known key that of the first time */
    public String record(Entry entry, @Nullable IdempotencyKey key) {
        Evidence written = evidence(entry, key);
        if (evidence.add(written)) {
            stream.send(written.evidenceId(), written.outbox());
            log.info("evidence {} recorded for measure {}", written.evidenceId(), entry.measureId());
        } else if (key != null) {
            Evidence first = evidence.find(written.evidenceId());
            key.requireSame(first == null ? null : first.fingerprint());
        }
        return written.evidenceId();
    }

    private Evidence evidence(Entry entry, @Nullable IdempotencyKey key) {
        // the key decides the id, so that a repeat cannot be written twice
        UUID id = key == null
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes(key.value().getBytes(StandardCharsets.UTF_8));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        PendingFact fact = stream.recorded(new EvidenceState(
                id.toString(), 1, entry.planId(), entry.measureId(), entry.value(), entry.date(), now));
        return new Evidence(
                id.toString(),
                1,
                entry.planId(),
                entry.measureId(),
                entry.value(),
                entry.date(),
                entry.note(),
                entry.link(),
                now,
                fact.factId(),
                null,
                null,
                key == null ? null : key.fingerprint(),
                List.of(fact),
                true);
    }
}
