package dk.astra.localstack.demo;

import java.io.IOException;
import java.net.URI;

/** The sign-in did not answer, so no service could be asked yet. */
final class SignInOutOfReach extends IOException {

    private static final long serialVersionUID = 1L;

    private final URI place;

    SignInOutOfReach(URI place, IOException cause) {
        super(cause);
        this.place = place;
    }

    URI place() {
        return place;
    }
}
