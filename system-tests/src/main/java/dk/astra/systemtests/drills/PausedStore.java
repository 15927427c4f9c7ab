package dk.astra.systemtests.drills;

/** The store is frozen: it holds its connections and answers nothing. */
final class PausedStore implements Drill {

    private static final String STORE = "store";

    @Override
    public String name() {
        return "store-paused";
    }

    @Override
    public String promise() {
        return "While the store is frozen people get a 429 or 503 with its reason; nothing is half done, and all who insist"
                + " are registered once.";
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        Trial trial = Trial.begin(ground);
        Fault pause = trial.during("store frozen", () -> {
            ground.stack().pause(STORE);
            try {
                trial.let(ground.pace().fault());
            } finally {
                ground.stack().resume(STORE);
            }
        });
        trial.end();
        Attempts refused = trial.within(pause).where(one -> !one.isAcknowledged());
        return trial.finding(
                        this,
                        "frozen for %s; meanwhile %s; refused: half within %s, the last after %s"
                                .formatted(
                                        Trial.seconds(pause.length()),
                                        trial.within(pause).outcomes(),
                                        Trial.seconds(refused.percentile(0.5)),
                                        Trial.seconds(refused.percentile(1))))
                .expecting(
                        refused.where(one -> one.status() != 429 && one.status() != 503)
                                .all()
                                .isEmpty(),
                        "refusals were not all 429 or 503")
                .expecting(
                        refused.where(one -> !one.explained()).all().isEmpty(),
                        "refusals without a problem that a client can show")
                .expecting(refused.where(one -> !one.retryAfter()).all().isEmpty(), "refusals without Retry-After");
    }
}
