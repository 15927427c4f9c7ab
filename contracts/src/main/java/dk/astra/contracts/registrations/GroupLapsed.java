package dk.astra.contracts.registrations;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** The places without a person were given up: nobody was named in time. */
@FactType("group.lapsed.v1")
public record GroupLapsed(GroupState group) implements GroupFact {

    public GroupLapsed {
        Objects.requireNonNull(group, "group");
    }
}
