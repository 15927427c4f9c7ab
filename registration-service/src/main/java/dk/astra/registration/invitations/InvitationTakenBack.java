package dk.astra.registration.invitations;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** The organiser took the invitation back. */
public final class InvitationTakenBack extends Refusal {

    public InvitationTakenBack() {
        super("invitation-withdrawn", HttpStatus.GONE);
    }
}
