package dk.astra.systemtests.drills;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names, {@code --name value} and {@code --switch} of a command line. */
final class Arguments {

    private static final Set<String> NUMBERS = Set.of("--rate", "--seconds", "--minutes", "--rounds", "--seed");
    private static final Set<String> SWITCHES = Set.of("--quick", "--sweep-off");

    private final Map<String, String> given = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    Arguments(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (!name.startsWith("--")) {
                names.add(name);
            } else if (SWITCHES.contains(name)) {
                given.put(name, "true");
            } else if (NUMBERS.contains(name) && i + 1 < arguments.length) {
                given.put(name, arguments[++i]);
            } else {
                throw new IllegalArgumentException("\"%s\" is not understood; known: %s with a number, %s"
                        .formatted(name, String.join(" ", NUMBERS), String.join(" ", SWITCHES)));
            }
        }
    }

    List<String> names() {
        return List.copyOf(names);
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
