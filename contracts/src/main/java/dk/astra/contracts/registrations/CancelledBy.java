package dk.astra.contracts.registrations;

/** Who ended a registration: the participant (afmelding), the office, or the meeting's own cancellation. */
public enum CancelledBy {
    PARTICIPANT,
    ORGANISER,
    MEETING
}
