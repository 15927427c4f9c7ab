package dk.astra.systemtests.drills;

/** The broker is frozen: it holds its connections and answers nothing. */
final class PausedBroker implements Drill {

    private static final String BROKER = "broker";

    @Override
    public String name() {
        return "broker-paused";
    }

    @Override
    public String promise() {
        return "Registering goes on while the broker is frozen; facts and mails follow afterwards.";
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        Trial trial = Trial.begin(ground);
        Fault pause = trial.during("broker frozen", () -> {
            ground.stack().pause(BROKER);
            try {
                trial.let(ground.pace().fault());
            } finally {
                ground.stack().resume(BROKER);
            }
        });
        Attempts meanwhile = trial.within(pause);
        return trial.end()
                .finding(
                        this,
                        "frozen for %s; meanwhile %s, 99 of 100 within %s (before: %s)"
                                .formatted(
                                        Trial.seconds(pause.length()),
                                        meanwhile.outcomes(),
                                        Trial.seconds(meanwhile.percentile(0.99)),
                                        Trial.seconds(trial.before().percentile(0.99))))
                .expecting(meanwhile.acknowledged() > 0, "nobody could register meanwhile")
                .expecting(
                        meanwhile.where(one -> !one.isAcknowledged()).all().isEmpty(),
                        "some could not register meanwhile");
    }
}
