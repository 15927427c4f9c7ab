package dk.astra.web;

import org.springframework.http.HttpStatus;

/** The same Idempotency-Key came with another request. */
public final class IdempotencyKeyReused extends Refusal {

    public IdempotencyKeyReused() {
        super("idempotency-key-reused", HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
