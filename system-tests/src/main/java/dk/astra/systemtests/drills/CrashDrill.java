package dk.astra.systemtests.drills;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * People sign up while every process is killed with -9 and started again; afterwards nothing that was acknowledged
 * may be missing anywhere (P3, P4, P5).
 */
public final class CrashDrill implements Drill {

    private static final List<String> PROCESSES =
            List.of("registration-service", "notification-service", "event-service", "broker", "store");

    private final Settings settings;

    public CrashDrill(Settings settings) {
        this.settings = settings;
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

        static Settings of(Arguments given) {
            boolean quick = given.has("--quick");
            return new Settings(
                    Pace.of(given).rate(),
                    Duration.ofSeconds(given.number("--seconds", quick ? 40 : 120)),
                    (int) given.number("--rounds", quick ? 1 : 3),
                    given.number("--seed", System.nanoTime() % 1_000_000),
                    given.has("--sweep-off"),
                    Duration.ofSeconds(given.has("--sweep-off") ? 30 : 90));
        }
    }

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public String promise() {
        return "What was acknowledged survives kill -9 of any process: stored, on the stream and mailed, once.";
    }

    @Override
    public Finding run(Ground given) throws Exception {
        Ground ground = given.at(new Pace(
                settings.rate(),
                Duration.ofSeconds(5),
                settings.duration(),
                Duration.ofSeconds(settings.sweepOff() ? 2 : 15),
                settings.patience(),
                given.pace().quick()));
        if (settings.sweepOff()) {
            ground.stack().startAgain("registration-service", Map.of("OUTBOX_SWEEP_ENABLED", "false"));
        }
        Killings killings = new Killings(ground.stack(), PROCESSES, settings.rounds(), settings.seed(), ground::say);
        Trial trial = Trial.begin(ground);
        trial.during("kill -9, seed " + settings.seed(), () -> killings.spreadOver(settings.duration()));
        trial.end();
        Finding finding = trial.finding(
                this,
                "%d processes killed, each %d ×%s; %d requests were repeated"
                        .formatted(
                                PROCESSES.size(),
                                settings.rounds(),
                                settings.sweepOff() ? " with the outbox sweep OFF, so this has to fail" : "",
                                trial.load().retries()));
        if (settings.sweepOff()) {
            ground.stack().startAgain("registration-service", Map.of());
        }
        return finding;
    }
}
