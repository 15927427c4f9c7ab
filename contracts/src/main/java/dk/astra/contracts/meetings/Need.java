package dk.astra.contracts.meetings;

/** What a meeting asks of people's needs; what they answer is on no stream. */
public enum Need {
    /** Food is served. */
    DIET,
    /** Help to be able to take part. */
    ACCESS
}
