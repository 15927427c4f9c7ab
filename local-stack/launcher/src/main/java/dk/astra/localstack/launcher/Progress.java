package dk.astra.localstack.launcher;

import java.time.Duration;

/** Is told what happens, so that somebody can watch. */
public interface Progress {

    /** Nobody watches. */
    Progress NONE = new Progress() {};

    default void starting(String name) {}

    default void ready(String name, Duration after, int port) {}

    default void stopping(String name) {}

    /** {@code byItself} is false when it had to be killed. */
    default void stopped(String name, Duration after, boolean byItself) {}
}
