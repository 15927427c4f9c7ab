package dk.astra.systemtests.drills;

import dk.astra.systemtests.Stack;
import dk.astra.testsupport.embedded.LocalStackJars;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The command behind {@code ./tilmelding drill}: makes faults on a stack of its own and counts what they left. */
public final class Drills {

    private static final String USAGE = """
            ./tilmelding drill [NAME …] [--quick] [--rate 50] [--seconds N] [--rounds 3] [--seed N] [--sweep-off] [--minutes 30]

            Makes the named faults, all of them where none is named, on a stack of its own while people sign up; prints
            one table. Names:

            %s
              --quick      short and gentle, as in the test run
              --rate       registrations a second
              --seconds    how long a fault lasts
              --rounds     how often crash kills each process, in an order that --seed decides
              --sweep-off  crash without the outbox sweep: the control, which has to fail
              --minutes    how long soak lasts; it is run only when named
            """;

    private Drills() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        try {
            Arguments given = new Arguments(arguments);
            return perform(Catalogue.of(given).chosen(given.names()), Pace.of(given));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE.formatted(Catalogue.of(new Arguments()).listing()));
            return 2;
        }
    }

    private static int perform(List<Drill> drills, Pace pace) {
        AtomicReference<Lines> lines = new AtomicReference<>();
        Lines opened = drills.getFirst().needsLines() ? Lines.open(Stack::drillPort) : null;
        lines.set(opened);
        SmallDisk.releaseAll(LocalStackJars.root().resolve("system-tests/target"));
        try (Stack stack = Stack.forDrill(opened == null ? Map.of() : opened.wiring())) {
            Thread atOnce = new Thread(stack::close);
            Runtime.getRuntime().addShutdownHook(atOnce);
            Ground ground = new Ground(stack, pace, System.out::println, lines);
            List<Finding> findings = new ArrayList<>();
            for (Drill drill : drills) {
                findings.add(perform(drill, ground));
                new Report(stack.root().resolve("target/drills")).write(findings, pace);
            }
            System.out.println();
            System.out.println(new Table(findings).text());
            return findings.stream().anyMatch(Finding::hasFailed) ? 1 : 0;
        } catch (IOException e) {
            System.err.println("The findings could not be written: " + e);
            return 1;
        } finally {
            Lines left = lines.get();
            if (left != null) {
                left.close();
            }
        }
    }

    /** A drill that breaks down is a finding too: the platform, or the drill, did what nobody expected. */
    private static Finding perform(Drill drill, Ground ground) {
        Instant begin = Instant.now();
        System.out.printf("%n%s: %s%n", drill.name(), drill.promise());
        Finding finding;
        try {
            finding = drill.run(ground);
        } catch (Exception | AssertionError e) {
            e.printStackTrace(System.out);
            finding = Finding.of(drill, "the drill broke off", null).expecting(false, e.toString());
        }
        System.out.printf(
                Locale.ROOT,
                "  %s after %d s: %s%n",
                finding.verdict(),
                Duration.between(begin, Instant.now()).toSeconds(),
                finding.hasFailed() ? String.join("; ", finding.complaints()) : finding.happened());
        return finding;
    }
}
