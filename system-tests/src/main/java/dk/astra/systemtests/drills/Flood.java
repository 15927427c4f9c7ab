package dk.astra.systemtests.drills;

import java.time.Duration;

/** Ten times the usual traffic, from people who ask once and do not wait for each other. */
final class Flood implements Drill {

    private static final int TIMES = 10;
    private static final Duration FULL_SPEED_WITHIN = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "flood";
    }

    @Override
    public String promise() {
        return "At 10 × traffic everybody gets an answer: a seat, or 429 with Retry-After; no 5xx, full speed within 10 s.";
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        long usual = ground.pace().rate();
        Trial trial = Trial.begin(ground, new FrontDoor(ground.stack()), usual, false);
        Fault flood = trial.during("flood of " + usual * TIMES + "/s", () -> {
            trial.load().rate(usual * TIMES);
            try {
                trial.let(ground.pace().fault());
            } finally {
                trial.load().rate(usual);
            }
        });
        trial.end();
        Attempts meanwhile = trial.within(flood);
        Attempts all = trial.load().attempts();
        Attempts shed = all.where(one -> one.status() == 429);
        double seconds = flood.length().toMillis() / 1000.0;
        return trial.finding(
                        this,
                        "%d/s offered for %s, %d/s acknowledged; %s; those acknowledged: half within %s, 99 of 100 within %s; shed: 99 of 100 within %s"
                                .formatted(
                                        Math.round(meanwhile.all().size() / seconds),
                                        Trial.seconds(flood.length()),
                                        Math.round(meanwhile.acknowledged() / seconds),
                                        meanwhile.outcomes(),
                                        Trial.seconds(meanwhile
                                                .where(Attempt::isAcknowledged)
                                                .percentile(0.5)),
                                        Trial.seconds(meanwhile
                                                .where(Attempt::isAcknowledged)
                                                .percentile(0.99)),
                                        Trial.seconds(meanwhile
                                                .where(one -> one.status() == 429)
                                                .percentile(0.99))))
                .expecting(all.where(one -> one.status() >= 500).all().isEmpty(), "5xx from the service")
                .expecting(
                        all.where(one -> one.status() == 0).all().isEmpty(),
                        "no answer: "
                                + all.where(one -> one.status() == 0).all().size())
                .expecting(
                        all.where(one -> !one.isAcknowledged()
                                        && one.status() != 429
                                        && one.status() != 0
                                        && one.status() < 500)
                                .all()
                                .isEmpty(),
                        "other refusals than 429")
                .expecting(shed.where(one -> !one.retryAfter()).all().isEmpty(), "429 without Retry-After")
                .expecting(
                        trial.answersIn(flood)
                                .filter(took -> took.compareTo(FULL_SPEED_WITHIN) <= 0)
                                .isPresent(),
                        "not at full speed within 10 s");
    }
}
