package dk.astra.systemtests.drills;

import dk.astra.systemtests.Stack;

/** The command behind {@code ./tilmelding drill}: makes faults on a stack of its own and counts what they left. */
public final class Drills {

    private static final String USAGE = """
            ./tilmelding drill [crash] [--rate 50] [--seconds 120] [--rounds 3] [--seed N] [--sweep-off]

              crash   registrations while every process is killed with -9 and restarted, then:
                      acknowledged = stored = facts on the stream = mails in the mailbox
                      --sweep-off  the same without the outbox sweep: it has to fail
            """;

    private Drills() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        String[] given =
                arguments.length == 0 || arguments[0].startsWith("--") ? prepend("crash", arguments) : arguments;
        try {
            return switch (given[0]) {
                case "crash" -> crash(CrashDrill.Settings.of(given));
                default -> misunderstood("There is no drill named \"" + given[0] + "\".");
            };
        } catch (IllegalArgumentException e) {
            return misunderstood(String.valueOf(e.getMessage()));
        }
    }

    private static int crash(CrashDrill.Settings settings) {
        try (Stack stack = Stack.forDrill()) {
            Tally tally = new CrashDrill(stack, settings, System.out::println).run();
            System.out.println(tally.table());
            return tally.isClean() ? 0 : 1;
        }
    }

    private static int misunderstood(String reason) {
        System.err.println(reason);
        System.err.println(USAGE);
        return 2;
    }

    private static String[] prepend(String first, String[] rest) {
        String[] all = new String[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
