package dk.astra.systemtests.drills;

import dk.astra.systemtests.Answer;
import dk.astra.systemtests.Http;
import dk.astra.systemtests.Participant;
import dk.astra.systemtests.SignUp;
import dk.astra.systemtests.Stack;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * What stands in front of several instances of a service in a data centre: asks those that say they are ready, in turn, and
 * asks another one when a connection is refused or breaks. It may: every request carries an idempotency key, or reads only.
 */
final class Balancer implements Entrance, AutoCloseable {

    private static final long LOOKS_EVERY = 200_000_000L;

    /** A request that can be put to any instance. */
    interface Request {
        Answer to(String instance) throws IOException;
    }

    private final Stack stack;
    private final List<String> instances = new CopyOnWriteArrayList<>();
    private final Set<String> ready = ConcurrentHashMap.newKeySet();
    private final Http probes = new Http(Duration.ofSeconds(1));
    private final SignUp signUp = new SignUp(new Http(Duration.ofSeconds(20)));
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final Thread looking;
    private volatile boolean open = true;

    Balancer(Stack stack, List<String> instances) {
        this.stack = stack;
        this.instances.addAll(instances);
        this.ready.addAll(instances);
        this.looking = Thread.ofPlatform().daemon().name("balancer").start(this::look);
    }

    void add(String instance) {
        instances.add(instance);
    }

    private void look() {
        while (open) {
            for (String instance : instances) {
                if (isReady(instance)) {
                    ready.add(instance);
                } else {
                    ready.remove(instance);
                }
            }
            LockSupport.parkNanos(LOOKS_EVERY);
        }
    }

    private boolean isReady(String instance) {
        try {
            return probes.get(stack.at(instance, "/actuator/health/readiness"), Map.of())
                            .status()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Answer register(Participant participant, String meetingId, String key) throws IOException {
        return ask(instance -> signUp.register(stack.at(instance, "/api/registrations"), participant, meetingId, key));
    }

    Answer ask(Request request) throws IOException {
        IOException last = new IOException("no instance is ready");
        List<String> turns = inTurn();
        // the only one that is ready may be asked over a connection that its restart has closed: once more, over a new
        // one
        turns.addAll(List.copyOf(turns));
        for (String instance : turns) {
            try {
                return request.to(instance);
            } catch (ConnectException | HttpConnectTimeoutException e) {
                refused.incrementAndGet();
                ready.remove(instance);
                last = e;
            } catch (IOException e) {
                broken.incrementAndGet();
                last = e;
            }
        }
        throw last;
    }

    private List<String> inTurn() {
        List<String> candidates =
                new ArrayList<>(instances.stream().filter(ready::contains).toList());
        if (candidates.isEmpty()) {
            candidates.addAll(instances);
        }
        Collections.rotate(candidates, turn.incrementAndGet() % candidates.size());
        return candidates;
    }

    /** Requests that were put to another instance because the first refused the connection. */
    int refused() {
        return refused.get();
    }

    /** Requests that were put to another instance because the connection broke under them. */
    int broken() {
        return broken.get();
    }

    @Override
    public void close() {
        open = false;
        try {
            looking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
