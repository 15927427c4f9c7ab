package dk.astra.contracts.invitations;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** Somebody who had not answered was reminded; nobody else ever is. */
@FactType("invitation.reminded.v1")
public record InvitationReminded(InvitationState invitation) implements InvitationFact {

    public InvitationReminded {
        Objects.requireNonNull(invitation, "invitation");
    }
}
