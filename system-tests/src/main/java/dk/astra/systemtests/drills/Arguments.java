package dk.astra.systemtests.drills;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** {@code --name value} and {@code --switch} of a command line. */
final class Arguments {

    private final Map<String, String> given = new HashMap<>();

    Arguments(String[] arguments, int from, Set<String> named, Set<String> switches) {
        for (int i = from; i < arguments.length; i++) {
            String name = arguments[i];
            if (switches.contains(name)) {
                given.put(name, "true");
            } else if (named.contains(name) && i + 1 < arguments.length) {
                given.put(name, arguments[++i]);
            } else {
                throw new IllegalArgumentException("\"%s\" is not understood; known: %s with a value, %s"
                        .formatted(name, String.join(" ", named), String.join(" ", switches)));
            }
        }
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    long number(String name, long otherwise) {
        String text = given.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException(name + " needs a number, not \"" + text + "\"");
        }
        return Long.parseLong(text);
    }
}
