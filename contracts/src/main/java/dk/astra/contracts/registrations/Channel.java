package dk.astra.contracts.registrations;

/** How a registration came in. */
public enum Channel {
    WEB,
    WIDGET,
    LETTER,
    IMPORT,
    API,
    STAFF
}
