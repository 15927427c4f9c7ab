package dk.astra.contracts.registrations;

/** CONFIRMED holds a seat, WAITLISTED holds a place in line, CANCELLED holds nothing. */
public enum RegistrationStatus {
    CONFIRMED,
    WAITLISTED,
    CANCELLED
}
