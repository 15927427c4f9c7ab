package dk.astra.messaging;

import java.util.List;

/** The effect of all facts of a poll at once; called again for duplicates, so it must be harmless then. */
@FunctionalInterface
public interface BatchHandler<R> {

    /**
     * All or nothing is not asked for: after a failure the same facts come again.
     *
     * @return what each did, in the order given
     */
    List<Effect> handle(List<R> facts);
}
