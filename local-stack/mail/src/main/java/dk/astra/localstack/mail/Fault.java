package dk.astra.localstack.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the mail server misbehaves, for drills and tests. */
enum Fault {
    /** takes every mail */
    NONE,
    /** refuses for now: 4xx for every recipient */
    DEFER,
    /** refuses for good: 5xx for every recipient */
    REFUSE,
    /** stores the mail, but the connection breaks before the answer */
    UNANSWERED,
    /** does not listen */
    DOWN;

    static Fault of(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.wire().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("mode is one of "
                        + Arrays.stream(values()).map(Fault::wire).collect(Collectors.joining(", "))));
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
