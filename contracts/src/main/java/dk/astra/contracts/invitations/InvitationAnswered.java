package dk.astra.contracts.invitations;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** The invited person answered, or changed the answer; a registration follows by facts of its own. */
@FactType("invitation.answered.v1")
public record InvitationAnswered(InvitationState invitation) implements InvitationFact {

    public InvitationAnswered {
        Objects.requireNonNull(invitation, "invitation");
    }
}
