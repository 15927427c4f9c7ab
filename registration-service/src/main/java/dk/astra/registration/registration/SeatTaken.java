package dk.astra.registration.registration;

/** A seat key was written by somebody else first. */
public final class SeatTaken extends RuntimeException {

    public SeatTaken(Throwable cause) {
        super(cause);
    }
}
