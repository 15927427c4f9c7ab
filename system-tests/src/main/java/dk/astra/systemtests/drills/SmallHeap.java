package dk.astra.systemtests.drills;

import dk.astra.systemtests.Stack;
import java.time.Duration;
import java.util.Map;

/** registration-service with so little memory that a crowd exhausts it. */
final class SmallHeap implements Drill {

    private static final String SERVICE = "registration-service";
    private static final int TIMES = 10;

    // it starts with this and serves a few; what a crowd holds at a time does not fit beside
    private static final String HEAP = "-Xmx56m";

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String promise() {
        return "A service whose memory a crowd exhausts sheds or ends at once, never half alive; started again with more,"
                + " nothing is missing.";
    }

    @Override
    public Finding run(Ground given) throws Exception {
        Ground ground = given.at(
                given.pace().quick()
                        ? given.pace().lasting(Duration.ofSeconds(8), Duration.ofSeconds(20))
                        : given.pace().lasting(Duration.ofSeconds(20), Duration.ofSeconds(60)));
        Stack stack = ground.stack();
        // what the virtual machine takes from here wins over the launcher's own -Xmx
        stack.startAgain(SERVICE, Map.of("_JAVA_OPTIONS", HEAP));
        try {
            long usual = ground.pace().rate();
            Trial trial = Trial.begin(ground);
            boolean[] died = {false};
            Fault crowd = trial.during(
                    "a crowd of " + usual * TIMES + "/s with " + HEAP,
                    () -> {
                        trial.load().rate(usual * TIMES);
                        trial.let(ground.pace().fault());
                        trial.load().rate(usual);
                        died[0] = !stack.isAlive(SERVICE);
                    },
                    () -> stack.startAgain(SERVICE, Map.of()));
            trial.end();
            Attempts answered = trial.within(crowd).where(one -> one.status() != 0);
            return trial.finding(
                            this,
                            "%s and %d/s: it %s; meanwhile %s"
                                    .formatted(
                                            HEAP,
                                            usual * TIMES,
                                            died[0] ? "ended" : "lived and shed",
                                            trial.within(crowd).outcomes()))
                    .expecting(died[0] || answered.all().size() > 0, "it lived and answered nothing")
                    .expecting(
                            answered.where(one -> one.status() >= 500 && one.status() != 503)
                                    .all()
                                    .isEmpty(),
                            "5xx other than 503");
        } finally {
            if (!stack.isAlive(SERVICE)) {
                stack.startAgain(SERVICE, Map.of());
            }
        }
    }
}
