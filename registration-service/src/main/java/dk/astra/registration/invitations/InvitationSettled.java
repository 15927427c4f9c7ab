package dk.astra.registration.invitations;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** The person has answered, and is not reminded. */
public final class InvitationSettled extends Refusal {

    public InvitationSettled() {
        super("invitation-answered", HttpStatus.CONFLICT);
    }
}
