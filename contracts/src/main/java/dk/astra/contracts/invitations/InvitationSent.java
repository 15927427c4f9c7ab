package dk.astra.contracts.invitations;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** An organiser invited somebody to a meeting. */
@FactType("invitation.sent.v1")
public record InvitationSent(InvitationState invitation) implements InvitationFact {

    public InvitationSent {
        Objects.requireNonNull(invitation, "invitation");
    }
}
