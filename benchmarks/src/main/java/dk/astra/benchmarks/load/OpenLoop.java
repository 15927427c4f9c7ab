package dk.astra.benchmarks.load;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * People who come at a fixed rate whether or not the others were served. Latency counts from the moment at which
 * somebody meant to come, so a stall is not left out (no coordinated omission).
 */
public final class OpenLoop implements AutoCloseable {

    private final int port;
    private final double perSecond;
    private final Queue<HttpConnection> free = new ConcurrentLinkedQueue<>();

    public OpenLoop(int port, double perSecond) {
        this.port = port;
        this.perSecond = perSecond;
    }

    public Measurement run(Duration duration, Supplier<byte[]> requests) {
        return run(Math.round(perSecond * duration.toMillis() / 1000.0), requests, (request, reply) -> {});
    }

    /** Lets so many people come; each answer is told too. */
    public Measurement run(long people, Supplier<byte[]> requests, BiConsumer<byte[], Reply> told) {
        Measurement.Collector collected = new Measurement.Collector();
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        long begin = System.nanoTime();
        for (long person = 0; person < people; person++) {
            long meant = begin + (long) (person * 1e9 / perSecond);
            waitUntil(meant);
            byte[] request = requests.get();
            threads.add(Thread.ofVirtual().start(() -> {
                Reply reply = exchange(request);
                collected.add(reply, System.nanoTime() - meant);
                told.accept(request, reply);
            }));
        }
        Threads.join(threads);
        return collected.over((System.nanoTime() - begin) / 1e9);
    }

    /** One request on a connection that is free, or a new one. */
    public Reply exchange(byte[] request) {
        @Nullable HttpConnection known = free.poll();
        HttpConnection connection = known == null ? new HttpConnection(port) : known;
        Reply reply = connection.exchange(request);
        free.add(connection);
        return reply;
    }

    private static void waitUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        free.forEach(HttpConnection::close);
    }
}
