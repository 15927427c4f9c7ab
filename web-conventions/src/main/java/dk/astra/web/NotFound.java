package dk.astra.web;

import org.springframework.http.HttpStatus;

/** There is no such thing, or not for this reader. */
public class NotFound extends Refusal {

    public NotFound() {
        super("not-found", HttpStatus.NOT_FOUND);
    }

    protected NotFound(String name) {
        super(name, HttpStatus.NOT_FOUND);
    }
}
