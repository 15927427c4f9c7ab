package dk.astra.contracts.registrations;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** All who waited together got their seats at once; each is told of as a registration of its own, too. */
@FactType("group.seated.v1")
public record GroupSeated(GroupState group) implements GroupFact {

    public GroupSeated {
        Objects.requireNonNull(group, "group");
    }
}
