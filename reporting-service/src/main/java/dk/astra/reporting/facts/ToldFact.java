package dk.astra.reporting.facts;

import org.bson.Document;

/**
 * A fact as it was told, and what it does to the state of what it is about.
 *
 * @param change called once with the state, which may be empty or of a later version
 */
public record ToldFact(RecordedFact fact, Change change) {

    /** Brings a state up to a fact. */
    @FunctionalInterface
    public interface Change {
        void apply(Document state);
    }

    /** Whether nothing of the same or a later version was told. */
    public static boolean isLatest(Document state, long version) {
        Number known = state.get("version", Number.class);
        return known == null || known.longValue() < version;
    }
}
