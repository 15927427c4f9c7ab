package dk.astra.contracts.registrations;

import dk.astra.contracts.Fact;

/** A fact about several people who were signed up at once; each place is told of as a registration of its own. */
public sealed interface GroupFact extends Fact permits GroupSignedUp, GroupNamingDue, GroupLapsed, GroupSeated {

    GroupState group();
}
