package dk.astra.systemtests.drills;

import dk.astra.systemtests.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Kills each of several processes once per round, in an order that the seed decides, and starts it again. */
final class Killings {

    private static final String BROKER = "broker";
    private static final String WRITER = "registration-service";

    private final Stack stack;
    private final List<String> order = new ArrayList<>();
    private final Random random;
    private final Consumer<String> out;

    Killings(Stack stack, List<String> processes, int rounds, long seed, Consumer<String> out) {
        this.stack = stack;
        this.random = new Random(seed);
        this.out = out;
        for (int round = 0; round < rounds; round++) {
            List<String> shuffled = new ArrayList<>(processes);
            Collections.shuffle(shuffled, random);
            order.addAll(shuffled);
        }
    }

    int count() {
        return order.size();
    }

    /** Spreads the kills over the duration; a restart that takes longer than its share moves the rest. */
    void spreadOver(Duration duration) {
        Instant start = Instant.now();
        long share = duration.toMillis() / (order.size() + 1);
        for (int i = 0; i < order.size(); i++) {
            long jitter = random.nextLong(Math.max(1, share / 2));
            waitUntil(start.plusMillis(share * (i + 1) - share / 2 + jitter));
            String process = order.get(i);
            Instant killed = Instant.now();
            killAndRestart(process);
            out.accept("  %5.1f s  killed %s, back after %.1f s"
                    .formatted(seconds(start, killed), describe(process), seconds(killed, Instant.now())));
        }
        waitUntil(start.plus(duration));
    }

    private void killAndRestart(String process) {
        stack.kill9(process);
        if (process.equals(BROKER)) {
            // what was acknowledged while the broker was away is in the store only when its writer dies too
            LockSupport.parkNanos(2_000_000_000L);
            stack.kill9(WRITER);
            stack.start(process);
            stack.start(WRITER);
        } else {
            LockSupport.parkNanos(random.nextLong(1_000_000_000L));
            stack.start(process);
        }
    }

    private static String describe(String process) {
        return process.equals(BROKER) ? BROKER + " and, before it was back, " + WRITER : process;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    private static void waitUntil(Instant time) {
        for (long left = left(time); left > 0; left = left(time)) {
            LockSupport.parkNanos(left);
        }
    }

    private static long left(Instant time) {
        return Duration.between(Instant.now(), time).toNanos();
    }
}
