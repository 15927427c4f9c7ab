package dk.astra.contracts.registrations;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** Places still have no person, and lapse in three days. */
@FactType("group.naming-due.v1")
public record GroupNamingDue(GroupState group) implements GroupFact {

    public GroupNamingDue {
        Objects.requireNonNull(group, "group");
    }
}
