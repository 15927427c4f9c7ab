package dk.astra.web;

import org.springframework.http.HttpStatus;

/** A service that this one needs does not answer; the request can be repeated as it is. */
public final class NeighbourUnavailable extends Refusal {

    public NeighbourUnavailable(String neighbour, Throwable cause) {
        super("unavailable", HttpStatus.SERVICE_UNAVAILABLE);
        initCause(cause);
        with("neighbour", neighbour);
    }
}
