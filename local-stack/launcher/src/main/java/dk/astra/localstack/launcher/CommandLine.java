package dk.astra.localstack.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command with its options, checked. */
record CommandLine(String command, Map<String, String> options, List<String> operands) {

    static final String HELP = """
            Usage: ./tilmelding COMMAND

              up [--demo] [--detach] [--data DIR] [--port-offset N] [--only a,b]
                                    start everything and wait until it is ready; --demo loads the sample year,
                                    --detach returns then, without it Ctrl-C stops everything
              down [--data DIR]     stop everything; the data stays
              status [--json]       every process, its address, its memory
              token ROLE            a bearer token: organiser, manager or administrator
              train                 write the start caches now that up writes in the background
              test                  everything that CI runs
              drill [NAME]          fault drills
              bench [NAME]          benchmarks

            The data lies in DIR, .data in the repository if none is given.
            """;

    private static final Map<String, Set<String>> KNOWN = Map.of(
            "up", Set.of("--demo", "--detach", "--data", "--port-offset", "--only", "--no-training"),
            "down", Set.of("--data"),
            "status", Set.of("--data", "--json"),
            "token", Set.of("--data"),
            "train", Set.of("--data"),
            "help", Set.of());

    private static final Set<String> WITHOUT_VALUE = Set.of("--demo", "--detach", "--json", "--no-training");

    static CommandLine parse(String... args) {
        String command = args.length == 0 || Set.of("-h", "--help").contains(args[0]) ? "help" : args[0];
        Set<String> known = KNOWN.get(command);
        if (known == null) {
            throw new IllegalArgumentException("There is no command “" + command + "”.");
        }
        Map<String, String> options = new HashMap<>();
        List<String> operands = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            String word = args[i];
            if (!word.startsWith("-")) {
                operands.add(word);
            } else if (!known.contains(word)) {
                throw new IllegalArgumentException(command + " has no option " + word + ".");
            } else if (WITHOUT_VALUE.contains(word)) {
                options.put(word, "");
            } else if (i + 1 == args.length || args[i + 1].startsWith("-")) {
                throw new IllegalArgumentException(word + " needs a value.");
            } else {
                options.put(word, args[++i]);
            }
        }
        int wanted = command.equals("token") ? 1 : 0;
        if (operands.size() != wanted) {
            throw new IllegalArgumentException(
                    wanted == 1
                            ? "token needs one role: organiser, manager or administrator."
                            : command + " takes no “" + operands.getFirst() + "”.");
        }
        return new CommandLine(command, Map.copyOf(options), List.copyOf(operands));
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Path data() {
        String given = options.get("--data");
        return given == null ? Layout.ownRepository().resolve(".data") : Path.of(given);
    }

    Optional<Integer> portOffset() {
        return Optional.ofNullable(options.get("--port-offset")).map(value -> {
            if (!value.matches("\\d{1,5}")) {
                throw new IllegalArgumentException("--port-offset needs a number, not “" + value + "”.");
            }
            return Integer.parseInt(value);
        });
    }

    List<String> only() {
        String given = options.get("--only");
        return given == null ? LocalStack.names() : List.of(given.split(","));
    }
}
