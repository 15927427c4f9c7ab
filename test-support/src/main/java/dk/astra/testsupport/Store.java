package dk.astra.testsupport;

/** The MongoDB-compatible store that tests run on. */
public interface Store extends Faults {

    /** Connection string of one database, with {@code uuidRepresentation=standard}. */
    String uri(String database);
}
