package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** Only who was invited can sign up, by the link in the invitation. */
public final class InvitationRequired extends Refusal {

    public InvitationRequired() {
        super("invitation-required", HttpStatus.FORBIDDEN);
    }
}
