package dk.astra.registration.needs;

/** What a kitchen has to know; never why. */
public enum Diet {
    VEGETARIAN,
    VEGAN,
    NO_PORK,
    GLUTEN_FREE,
    LACTOSE_FREE,
    NUT_FREE,
    /** Said in the short text. */
    OTHER,
    NO_FOOD
}
