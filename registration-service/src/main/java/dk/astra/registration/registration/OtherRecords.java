package dk.astra.registration.registration;

/** Port: what is stored of a person besides registrations, and goes with them. */
public interface OtherRecords {

    /** Deletes all that tells who the person is; what remains are counts. Repeating it changes nothing. */
    void erase(String personId);
}
