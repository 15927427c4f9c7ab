package dk.astra.registration.registration;

/** What a document in {@code registrations} stands for. */
public enum Status {
    CONFIRMED,
    /** A seat is kept for the person, who has to take it before {@code offeredUntil}. */
    OFFERED,
    WAITLISTED,
    CANCELLED,
    /** A seat opened after the first, to be handed out from the line; no person. */
    OPENED,
    /** A seat that the house keeps because the capacity was lowered; no person. */
    HELD_BACK,
    /** A waiting number that was lost in a race; no person. */
    VOID;

    public boolean isLive() {
        return this == CONFIRMED || this == OFFERED || this == WAITLISTED;
    }

    /** Nobody else can have the seat meanwhile. */
    public boolean holdsSeat() {
        return this == CONFIRMED || this == OFFERED;
    }
}
