package dk.astra.contracts;

/** Astra's four networks (plan 2024, goal 1.3). */
public enum Network {
    /** vocational education */
    EUD,
    /** primary and lower secondary school */
    PRIMARY,
    /** municipalities */
    MUNICIPAL,
    /** upper secondary education */
    UPPER_SECONDARY
}
