package dk.astra.contracts.meetings;

/** How a question is answered. */
public enum QuestionKind {
    TEXT,
    /** One of the options. */
    CHOICE,
    /** Any of the options. */
    CHOICES,
    NUMBER,
    YES_NO
}
