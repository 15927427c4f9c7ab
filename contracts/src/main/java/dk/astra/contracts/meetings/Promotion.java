package dk.astra.contracts.meetings;

/** How a freed seat reaches the first in line: given at once, or offered with a time to answer. */
public enum Promotion {
    DIRECT,
    OFFER
}
