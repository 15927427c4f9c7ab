package dk.astra.systemtests.drills;

import dk.astra.systemtests.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The disk is full under the store, then under the broker. */
final class FullDisk implements Drill {

    private static final int MEGABYTES_OF_ROOM = 256;
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "disk-full";
    }

    @Override
    public String promise() {
        return "With a full disk what was acknowledged is kept and the rest is refused with its reason; with room again all is"
                + " made up for.";
    }

    @Override
    public Finding run(Ground given) throws Exception {
        Optional<String> reason = SmallDisk.whyNot();
        if (reason.isPresent()) {
            return Finding.skipped(this, reason.get());
        }
        Ground ground = given.at(
                given.pace().quick()
                        ? given.pace().lasting(Duration.ofSeconds(8), Duration.ofSeconds(12))
                        : given.pace().lasting(Duration.ofSeconds(20), Duration.ofSeconds(25)));
        Stack stack = ground.stack();
        try (Moved store = new Moved(stack, "store");
                Moved broker = new Moved(stack, "broker")) {
            Trial trial = Trial.begin(ground);
            List<String> seen = new ArrayList<>();
            for (Moved full : List.of(store, broker)) {
                boolean[] died = {false};
                Fault fault = trial.during(
                        "disk full under the " + full.process,
                        () -> {
                            full.disk.fill();
                            trial.let(ground.pace().fault());
                            full.disk.free();
                        },
                        () -> {
                            died[0] = !stack.isAlive(full.process);
                            if (died[0]) {
                                ground.say(full.process + " had ended and is started again");
                                stack.start(full.process);
                            }
                        });
                seen.add("full under the %s for %s: %s%s"
                        .formatted(
                                full.process,
                                Trial.seconds(fault.length()),
                                trial.within(fault).outcomes(),
                                died[0] ? ", it ended and was started again" : ", it went on by itself"));
            }
            trial.end();
            Attempts refused = trial.load().attempts().where(one -> !one.isAcknowledged());
            return trial.finding(this, String.join("; ", seen))
                    .expecting(
                            refused.where(one -> one.status() != 0 && !one.explained())
                                    .all()
                                    .isEmpty(),
                            "refusals without a problem that a client can show")
                    .expecting(
                            refused.where(one -> one.status() != 429 && one.status() != 503)
                                    .all()
                                    .isEmpty(),
                            "refusals other than 429 and 503: " + refused.outcomes());
        }
    }

    /** A process whose folder lies on a small disk. */
    private static final class Moved implements AutoCloseable {

        private final Stack stack;
        private final String process;
        private final SmallDisk disk;

        Moved(Stack stack, String process) throws IOException {
            this.stack = stack;
            this.process = process;
            stack.process(process).stop(STOPS_WITHIN);
            this.disk = SmallDisk.under(stack.data().resolve(process), MEGABYTES_OF_ROOM);
            stack.start(process);
        }

        @Override
        public void close() throws IOException {
            stack.process(process).stop(STOPS_WITHIN);
            disk.close();
            stack.start(process);
        }
    }
}
