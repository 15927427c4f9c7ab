package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** No registration belongs to this personal link. */
public final class LinkUnknown extends Refusal {

    public LinkUnknown() {
        super("link-unknown", HttpStatus.NOT_FOUND);
    }
}
