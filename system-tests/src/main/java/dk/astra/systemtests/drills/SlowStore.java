package dk.astra.systemtests.drills;

import java.time.Duration;
import java.util.List;

/** Every answer of the store comes late. */
final class SlowStore implements Drill {

    private static final Duration LATE = Duration.ofMillis(200);

    @Override
    public String name() {
        return "slow-store";
    }

    @Override
    public String promise() {
        return "With every answer of the store 200 ms late registering goes on, slower; nothing is lost or doubled.";
    }

    @Override
    public boolean needsLines() {
        return true;
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        Lines all = ground.lines();
        List<Line> lines = all.pairs().stream()
                .filter(pair -> pair.endsWith("–store"))
                .flatMap(pair -> all.of(pair).stream())
                .toList();
        Trial trial = Trial.begin(ground);
        Fault slow = trial.during("store slow", () -> {
            lines.forEach(line -> line.delayAnswers(LATE));
            try {
                trial.let(ground.pace().fault());
            } finally {
                lines.forEach(line -> line.delayAnswers(Duration.ZERO));
            }
        });
        Attempts meanwhile = trial.within(slow);
        return trial.end()
                .finding(
                        this,
                        "slow for %s; meanwhile %s, half within %s, 99 of 100 within %s (before: %s, %s)"
                                .formatted(
                                        Trial.seconds(slow.length()),
                                        meanwhile.outcomes(),
                                        Trial.seconds(meanwhile.percentile(0.5)),
                                        Trial.seconds(meanwhile.percentile(0.99)),
                                        Trial.seconds(trial.before().percentile(0.5)),
                                        Trial.seconds(trial.before().percentile(0.99))))
                .expecting(meanwhile.acknowledged() > 0, "nobody could register meanwhile")
                .expecting(
                        meanwhile
                                .where(one -> !one.isAcknowledged() && one.status() != 429 && one.status() != 503)
                                .all()
                                .isEmpty(),
                        "refusals were not all 429 or 503");
    }
}
