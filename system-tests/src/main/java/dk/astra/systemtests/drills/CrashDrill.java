package dk.astra.systemtests.drills;

import dk.astra.contracts.Streams;
import dk.astra.systemtests.Office;
import dk.astra.systemtests.Stack;
import dk.astra.testsupport.StreamProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * People sign up while every process is killed with -9 and started again; afterwards nothing that was acknowledged
 * may be missing anywhere (P3, P4, P5).
 */
public final class CrashDrill {

    private static final List<String> PROCESSES =
            List.of("registration-service", "notification-service", "event-service", "broker", "store");
    private static final int MEETINGS = 4;

    private final Stack stack;
    private final Settings settings;
    private final Consumer<String> out;

    public CrashDrill(Stack stack, Settings settings, Consumer<String> out) {
        this.stack = stack;
        this.settings = settings;
        this.out = out;
    }

    /**
     * How hard and how long.
     *
     * @param rate registrations a second
     * @param duration at least so long; longer where restarts take their time
     * @param rounds how often each process is killed
     * @param seed decides the order
     * @param sweepOff the negative control: without the outbox sweep facts must get lost
     * @param patience how long after the load nothing may change before the count is final
     */
    public record Settings(long rate, Duration duration, int rounds, long seed, boolean sweepOff, Duration patience) {

        static Settings of(String[] arguments) {
            Arguments given = new Arguments(
                    arguments, 1, Set.of("--rate", "--seconds", "--rounds", "--seed"), Set.of("--sweep-off"));
            return new Settings(
                    Math.max(1, given.number("--rate", 50)),
                    Duration.ofSeconds(given.number("--seconds", 120)),
                    (int) given.number("--rounds", 3),
                    given.number("--seed", System.nanoTime() % 1_000_000),
                    given.has("--sweep-off"),
                    Duration.ofSeconds(given.has("--sweep-off") ? 30 : 90));
        }
    }

    public Tally run() {
        out.accept(String.format(
                Locale.ROOT,
                "Crash drill: %d registrations/s for %d s, %d processes killed %d times each, seed %d%s",
                settings.rate(),
                settings.duration().toSeconds(),
                PROCESSES.size(),
                settings.rounds(),
                settings.seed(),
                settings.sweepOff() ? ", outbox sweep OFF" : ""));
        if (settings.sweepOff()) {
            stack.startAgain("registration-service", Map.of("OUTBOX_SWEEP_ENABLED", "false"));
        }
        List<String> meetings = schedule();
        SteadyLoad load = new SteadyLoad(stack, meetings, settings.rate());
        load.start();
        try {
            new Killings(stack, PROCESSES, settings.rounds(), settings.seed(), out).spreadOver(settings.duration());
        } finally {
            load.stop();
        }
        load.awaitEverybody();
        out.accept("  %d sent, %d acknowledged, %d retries; waiting for quiet"
                .formatted(load.sent(), load.acknowledged().size(), load.retries()));
        Tally tally = whenQuiet(load, meetings);
        if (settings.sweepOff()) {
            stack.startAgain("registration-service", Map.of());
        }
        return tally;
    }

    /** Half of them overflow, so that both kinds of registration are counted. */
    private List<String> schedule() {
        Office office = new Office(stack);
        long each = settings.rate() * settings.duration().toSeconds() / MEETINGS;
        List<String> meetings = new ArrayList<>();
        for (int i = 0; i < MEETINGS; i++) {
            long capacity = i % 2 == 0 ? each * 3 : Math.max(1, each / 3);
            meetings.add(office.schedule(Office.meeting("Krisemøde " + (i + 1), (int) Math.min(capacity, 10_000))));
        }
        return meetings;
    }

    private Tally whenQuiet(SteadyLoad load, List<String> meetings) {
        Instant lastChange = Instant.now();
        Tally tally = count(load, meetings);
        while (!tally.isClean() && Duration.between(lastChange, Instant.now()).compareTo(settings.patience()) < 0) {
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            Tally now = count(load, meetings);
            if (!now.progress().equals(tally.progress())) {
                lastChange = Instant.now();
            }
            tally = now;
        }
        return tally;
    }

    private Tally count(SteadyLoad load, List<String> meetings) {
        Office office = new Office(stack);
        Tally.Builder tally = new Tally.Builder(load.acknowledged(), load.sent(), load.refused());
        meetings.forEach(meeting -> office.participants(meeting).forEach(tally::stored));
        try (StreamProbe probe = new StreamProbe(stack.bootstrapServers())) {
            Set<String> ours = meetings.stream().collect(Collectors.toSet());
            probe.records(Streams.REGISTRATIONS).stream()
                    .filter(found -> found.type().equals("registration.created.v1"))
                    .filter(found -> ours.contains(
                            found.json().path("registration").path("meetingId").asString()))
                    .forEach(tally::onStream);
        }
        stack.mailLines().forEach(tally::inMailbox);
        return tally.build();
    }
}
