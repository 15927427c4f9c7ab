package dk.astra.systemtests.drills;

/** One fault made on purpose, and what the platform promises to do about it. */
public interface Drill {

    /** What stands behind {@code ./tilmelding drill}. */
    String name();

    /** One sentence that a reader understands without us. */
    String promise();

    /** Whether services have to reach each other through lines that can be cut. */
    default boolean needsLines() {
        return false;
    }

    /** Makes the fault under load and counts what it left. The ground is as it was when this returns. */
    Finding run(Ground ground) throws Exception;
}
