package dk.astra.reporting.evidence;

import dk.astra.messaging.PendingFact;
import dk.astra.reporting.evidence.messaging.EvidenceStream;
import dk.astra.web.NotFound;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes evidence back; it stays in the trail, without counting. */
@Component
public class WithdrawEvidence {

    private static final Logger log = LoggerFactory.getLogger(WithdrawEvidence.class);

    private final RecordedEvidence evidence;
    private final EvidenceStream stream;
    private final Clock clock;

    WithdrawEvidence(RecordedEvidence evidence, EvidenceStream stream, Clock clock) {
        this.evidence = evidence;
        this.stream = stream;
        this.clock = clock;
    }

    /**
     * Withdrawing again changes nothing.
     *
     * @throws NotFound when the measure has no such evidence
     */
    public void withdraw(String planId, String measureId, String evidenceId) {
        Evidence standing = find(planId, measureId, evidenceId);
        // withdrawal is the only change there is, so who loses the race finds it done
        while (!standing.isWithdrawn()) {
            PendingFact fact = stream.withdrawn(standing.state(standing.version() + 1));
            Evidence withdrawn = evidence.withdraw(standing, clock.instant(), fact);
            if (withdrawn != null) {
                stream.send(evidenceId, withdrawn.outbox());
                log.info("evidence {} withdrawn", evidenceId);
                return;
            }
            standing = find(planId, measureId, evidenceId);
        }
    }

    private Evidence find(String planId, String measureId, String evidenceId) {
        Evidence found = evidence.find(evidenceId);
        if (found == null
                || !found.planId().equals(planId)
                || !found.measureId().equals(measureId)) {
            throw new NotFound();
        }
        return found;
    }
}
