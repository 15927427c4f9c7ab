package dk.astra.systemtests.drills;

import dk.astra.systemtests.Office;
import dk.astra.systemtests.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where a drill takes place: a running stack, a pace, and somebody who reads along. */
public final class Ground {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Stack stack;
    private final Pace pace;
    private final Consumer<String> out;
    private final AtomicReference<@Nullable Lines> lines;

    public Ground(Stack stack, Pace pace, Consumer<String> out) {
        this(stack, pace, out, new AtomicReference<>());
    }

    /** @param lines through which the services of the stack reach each other, if they do so already */
    Ground(Stack stack, Pace pace, Consumer<String> out, AtomicReference<@Nullable Lines> lines) {
        this.stack = stack;
        this.pace = pace;
        this.out = out;
        this.lines = lines;
    }

    /** The same ground at another pace. */
    Ground at(Pace other) {
        return new Ground(stack, other, out, lines);
    }

    Stack stack() {
        return stack;
    }

    Pace pace() {
        return pace;
    }

    Office office() {
        return new Office(stack);
    }

    /** The lines between the processes; at first use the services are started again so that they go through them. */
    Lines lines() {
        Lines known = lines.get();
        if (known != null) {
            return known;
        }
        say("services are started again behind lines that can be cut");
        Lines opened = Lines.open(stack::port);
        lines.set(opened);
        stack.wire(opened.wiring());
        opened.wiring().keySet().forEach(stack::start);
        return opened;
    }

    void say(String line) {
        out.accept("  " + line);
    }

    /** Waits, and says now and then how it goes. */
    void let(Duration pass, Supplier<String> news) {
        Instant end = Instant.now().plus(pass);
        Instant line = Instant.now().plus(BETWEEN_LINES);
        while (Instant.now().isBefore(end)) {
            LockSupport.parkNanos(
                    Math.min(100_000_000L, Duration.between(Instant.now(), end).toNanos()));
            if (Instant.now().isAfter(line)) {
                say(news.get());
                line = line.plus(BETWEEN_LINES);
            }
        }
    }
}
