package dk.astra.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.kafka.core.KafkaTemplate;

/** Makes the outboxes of a service and keeps them running. */
public final class Outboxes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Outboxes.class);

    private static final Duration SHORT_PAUSE = Duration.ofMillis(250);

    private final MongoTemplate mongo;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final RecordFactory records;
    private final FactEncoder encoder;
    private final OutboxSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final List<Outbox> all = new CopyOnWriteArrayList<>();
    private volatile ScheduledExecutorService threads = Executors.newScheduledThreadPool(0);
    private volatile boolean running;

    Outboxes(
            MongoTemplate mongo,
            KafkaTemplate<byte[], byte[]> kafka,
            RecordFactory records,
            FactEncoder encoder,
            OutboxSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.mongo = mongo;
        this.kafka = kafka;
        this.records = records;
        this.encoder = encoder;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    /** The outbox of a collection whose documents carry {@link Outbox#FACTS} and {@link Outbox#PENDING}. */
    public Outbox outbox(String collection, String stream) {
        Outbox outbox = new Outbox(collection, stream, mongo, kafka, records, encoder, settings, clock, meters);
        all.add(outbox);
        return outbox;
    }

    List<Outbox> all() {
        return all;
    }

    /** Index that the sweep needs; call it where the collection's other indexes are created. */
    public static Index pendingIndex() {
        return new Index(Outbox.PENDING, org.springframework.data.domain.Sort.Direction.ASC)
                .named("pending")
                .sparse();
    }

    @Override
    public void start() {
        running = true;
        threads = Executors.newScheduledThreadPool(
                1 + 2 * all.size(),
                Thread.ofPlatform().name("outbox-", 0).daemon().factory());
        for (Outbox outbox : all) {
            threads.execute(() -> untilStopped(outbox::sendLoop));
            threads.execute(() -> untilStopped(outbox::removeLoop));
            threads.execute(() -> sweep(outbox));
        }
    }

    /** Does not wait long for the next round while an outage has left more than one round takes. */
    private void sweep(Outbox outbox) {
        Duration pause = settings.sweep();
        try {
            if (outbox.sweep() && SHORT_PAUSE.compareTo(pause) < 0) {
                pause = SHORT_PAUSE;
            }
        } catch (RuntimeException | Error e) {
            log.warn("{}: sweep will be repeated: {}", outbox.collection(), e.toString());
        }
        if (running) {
            try {
                threads.schedule(() -> sweep(outbox), pause.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopped) {
                log.debug("{}: no more sweeps", outbox.collection());
            }
        }
    }

    private void untilStopped(Loop loop) {
        while (running) {
            try {
                loop.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                log.error("outbox loop goes on after {}", e.toString(), e);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the web server, so that the last requests' facts still leave. */
    @Override
    public int getPhase() {
        return 0;
    }

    private interface Loop {
        void run() throws InterruptedException;
    }
}
