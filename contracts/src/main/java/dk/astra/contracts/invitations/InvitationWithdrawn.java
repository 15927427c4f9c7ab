package dk.astra.contracts.invitations;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** The invitation does not count any more: taken back, or its person was erased. */
@FactType("invitation.withdrawn.v1")
public record InvitationWithdrawn(InvitationState invitation) implements InvitationFact {

    public InvitationWithdrawn {
        Objects.requireNonNull(invitation, "invitation");
    }
}
