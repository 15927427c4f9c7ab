package dk.astra.contracts.registrations;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** A leader signed several people up, and each place is decided. */
@FactType("group.signed-up.v1")
public record GroupSignedUp(GroupState group) implements GroupFact {

    public GroupSignedUp {
        Objects.requireNonNull(group, "group");
    }
}
