package dk.astra.registration.invitations;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** No invitation belongs to this link. */
public final class InvitationUnknown extends Refusal {

    public InvitationUnknown() {
        super("invitation-unknown", HttpStatus.NOT_FOUND);
    }
}
