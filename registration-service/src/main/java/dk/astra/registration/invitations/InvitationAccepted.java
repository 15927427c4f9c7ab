package dk.astra.registration.invitations;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** The person has a registration: that is what has to be cancelled. */
public final class InvitationAccepted extends Refusal {

    public InvitationAccepted() {
        super("invitation-accepted", HttpStatus.CONFLICT);
    }
}
