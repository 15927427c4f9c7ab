package dk.astra.contracts;

/** Something that happened, told to the other services. Its name on the wire is its {@link FactType}. */
public interface Fact {

    /** The wire name of a kind of fact, for example {@code registration.created.v1}. */
    static String typeOf(Class<? extends Fact> fact) {
        FactType type = fact.getAnnotation(FactType.class);
        if (type == null) {
            throw new IllegalArgumentException(fact.getName() + " has no @FactType");
        }
        return type.value();
    }
}
