package dk.astra.systemtests.drills;

import dk.astra.systemtests.Answer;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Somebody who looks at a page again and again, and remembers when it was not there. */
final class Readers implements AutoCloseable {

    private static final long BETWEEN = 100_000_000L;

    private final Balancer balancer;
    private final Balancer.Request page;
    private final AtomicInteger seen = new AtomicInteger();
    private final Queue<String> missed = new ConcurrentLinkedQueue<>();
    private final Thread reading;
    private volatile boolean open = true;

    Readers(Balancer balancer, Balancer.Request page) {
        this.balancer = balancer;
        this.page = page;
        this.reading = Thread.ofPlatform().daemon().name("readers").start(this::read);
    }

    private void read() {
        while (open) {
            try {
                Answer answer = balancer.ask(page);
                if (answer.status() == 200) {
                    seen.incrementAndGet();
                } else {
                    missed.add(answer.status() + " from " + answer.uri());
                }
            } catch (IOException e) {
                missed.add(e.toString());
            }
            LockSupport.parkNanos(BETWEEN);
        }
    }

    int seen() {
        return seen.get();
    }

    Queue<String> missed() {
        return missed;
    }

    @Override
    public void close() {
        open = false;
        try {
            reading.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
