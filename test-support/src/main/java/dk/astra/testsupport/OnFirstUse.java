package dk.astra.testsupport;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something costly that is made once, when first asked for. A failure is remembered: it is costly too. */
public final class OnFirstUse<T> {

    private final Supplier<T> make;
    private @Nullable T made;
    private @Nullable RuntimeException failure;

    public OnFirstUse(Supplier<T> make) {
        this.make = make;
    }

    public synchronized T get() {
        if (failure != null) {
            throw failure;
        }
        T present = made;
        if (present == null) {
            try {
                present = make.get();
                made = present;
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }
        return present;
    }
}
