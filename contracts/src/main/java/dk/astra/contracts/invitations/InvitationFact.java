package dk.astra.contracts.invitations;

import dk.astra.contracts.Fact;

/** A fact about an invitation; each carries the state after it. */
public sealed interface InvitationFact extends Fact
        permits InvitationSent, InvitationReminded, InvitationAnswered, InvitationWithdrawn {

    InvitationState invitation();
}
