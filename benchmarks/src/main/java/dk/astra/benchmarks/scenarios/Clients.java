package dk.astra.benchmarks.scenarios;

import dk.astra.benchmarks.load.HttpConnection;
import dk.astra.benchmarks.load.Reply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** 64 clients who share a list of requests. */
final class Clients {

    private Clients() {}

    /** Sends every request once, by 64 clients; the replies in the order in which they came. */
    static List<Reply> each(int port, List<byte[]> requests) {
        AtomicInteger next = new AtomicInteger();
        Collection<Reply> replies = new ConcurrentLinkedQueue<>();
        List<Thread> clients = new ArrayList<>();
        for (int client = 0; client < RegisterSpread.CLIENTS; client++) {
            clients.add(Thread.ofVirtual().start(() -> {
                try (HttpConnection connection = new HttpConnection(port)) {
                    for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
                        replies.add(connection.exchange(requests.get(i)));
                    }
                }
            }));
        }
        try {
            for (Thread client : clients) {
                client.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(replies);
    }
}
