package dk.astra.reporting.evidence.messaging;

import dk.astra.contracts.Streams;
import dk.astra.contracts.evidence.EvidenceRecorded;
import dk.astra.contracts.evidence.EvidenceState;
import dk.astra.contracts.evidence.EvidenceWithdrawn;
import dk.astra.messaging.Outbox;
import dk.astra.messaging.Outboxes;
import dk.astra.messaging.PendingFact;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts facts about evidence into words and sends them. */
@Component
public class EvidenceStream {

    private final Outbox outbox;

    EvidenceStream(Outboxes outboxes) {
        this.outbox = outboxes.outbox("evidence", Streams.EVIDENCE);
    }

    public PendingFact recorded(EvidenceState evidence) {
        return outbox.pending(new EvidenceRecorded(evidence), evidence.version());
    }

    public PendingFact withdrawn(EvidenceState evidence) {
        return outbox.pending(new EvidenceWithdrawn(evidence), evidence.version());
    }

    /** After the acknowledged write. */
    public void send(String evidenceId, List<PendingFact> facts) {
        outbox.relay(evidenceId, facts);
    }
}
