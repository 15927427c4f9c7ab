package dk.astra.contracts.evidence;

import dk.astra.contracts.Fact;
import dk.astra.contracts.FactType;
import java.util.Objects;

/** Staff took evidence back. */
@FactType("evidence.withdrawn.v1")
public record EvidenceWithdrawn(EvidenceState evidence) implements Fact {

    public EvidenceWithdrawn {
        Objects.requireNonNull(evidence, "evidence");
    }
}
