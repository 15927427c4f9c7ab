package dk.astra.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A fixed number of clients, each of which asks again as soon as it has its answer: what can be served at most. */
public record ClosedLoop(int port, int clients) {

    /** Loads for a while; the requests come from the supplier, which many threads ask. */
    public Measurement run(Duration duration, Supplier<byte[]> requests) {
        Measurement.Collector collected = new Measurement.Collector();
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try (HttpConnection connection = new HttpConnection(port)) {
                    long asked = System.nanoTime();
                    while (asked < end) {
                        Reply reply = connection.exchange(requests.get());
                        long now = System.nanoTime();
                        collected.add(reply, now - asked);
                        asked = now;
                    }
                }
            }));
        }
        Threads.join(threads);
        return collected.over((System.nanoTime() - begin) / 1e9);
    }
}
