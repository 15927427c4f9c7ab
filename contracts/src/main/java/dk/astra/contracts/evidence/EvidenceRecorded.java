package dk.astra.contracts.evidence;

import dk.astra.contracts.Fact;
import dk.astra.contracts.FactType;
import java.util.Objects;

/** Staff recorded evidence for a measure. */
@FactType("evidence.recorded.v1")
public record EvidenceRecorded(EvidenceState evidence) implements Fact {

    public EvidenceRecorded {
        Objects.requireNonNull(evidence, "evidence");
    }
}
