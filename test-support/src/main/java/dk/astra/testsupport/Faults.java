package dk.astra.testsupport;

/**
 * What a test may do to a running piece of infrastructure. Where the kind of infrastructure is not ours to
 * break (external URIs), every method skips the test with that reason.
 */
public interface Faults {

    /** Ends the process at once, as a power cut would, and returns when it is gone. */
    void kill9();

    /** Starts it again on the same address, after {@link #kill9()} or out of the running state. */
    void restart();

    /** Freezes it: connections stay open, nothing answers. */
    void pause();

    /** Ends {@link #pause()}. */
    void resume();
}
