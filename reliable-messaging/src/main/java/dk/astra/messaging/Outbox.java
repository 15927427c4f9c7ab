package dk.astra.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dk.astra.contracts.Fact;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Sends the facts of one collection to one stream and removes them when the broker has them (P3, P4).
 *
 * <p>Of one aggregate never more than one transmission is under way here, and a transmission takes all that its
 * document holds, oldest first: so facts of an aggregate keep their order, also after a failure. Another instance
 * may send a copy; readers know it by its id. What cannot be sent stays in the document for the sweep.
 */
public final class Outbox {

    /** Field of the array of {@link PendingFact}s. */
    public static final String FACTS = "outbox";
    /** Field that is true while {@link #FACTS} is not empty, and absent otherwise (sparse index). */
    public static final String PENDING = "pending";

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final int SWEEP_BATCH = 500;
    private static final int REMOVAL_BATCH = 200;
    private static final Duration REMOVAL_PATIENCE = Duration.ofMillis(10);
    private static final Bson NOTHING_PENDING = Updates.combine(Updates.unset(FACTS), Updates.unset(PENDING));
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final String collection;
    private final String stream;
    private final MongoTemplate mongo;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final RecordFactory records;
    private final FactEncoder encoder;
    private final OutboxSettings settings;
    private final Clock clock;

    private final BlockingQueue<Transmission> unsent;
    private final BlockingQueue<Transmission> acknowledged = new LinkedBlockingQueue<>();
    private final Map<String, Transmission> underWay = new ConcurrentHashMap<>();
    private final AtomicLong pendingCount = new AtomicLong();
    private final AtomicLong oldestAgeMillis = new AtomicLong();
    private volatile Instant pausedUntil = Instant.MIN;

    Outbox(
            String collection,
            String stream,
            MongoTemplate mongo,
            KafkaTemplate<byte[], byte[]> kafka,
            RecordFactory records,
            FactEncoder encoder,
            OutboxSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.collection = collection;
        this.stream = stream;
        this.mongo = mongo;
        this.kafka = kafka;
        this.records = records;
        this.encoder = encoder;
        this.settings = settings;
        this.clock = clock;
        this.unsent = new ArrayBlockingQueue<>(settings.queue());
        meters.gauge("outbox.pending", tags(), pendingCount);
        meters.gauge("outbox.oldest.age", tags(), oldestAgeMillis, age -> age.get() / 1000.0);
    }

    /** Several collections may send to one stream; a gauge of the same tags would silently be another's. */
    private Tags tags() {
        return Tags.of("collection", collection, "stream", stream);
    }

    /** Freezes a fact for the document; call it while the business write is prepared. */
    public PendingFact pending(Fact fact, long sequence) {
        return pending(fact, sequence, currentTrace());
    }

    /**
     * The same for a fact that another thread freezes than the one that serves the request.
     *
     * @param trace {@link #currentTrace()} of the request
     */
    public PendingFact pending(Fact fact, long sequence, @Nullable String trace) {
        return encoder.encode(fact, sequence, trace);
    }

    /** W3C trace context of this thread; null where there is none. */
    public @Nullable String currentTrace() {
        return encoder.traceparent();
    }

    /**
     * Sends what an acknowledged write left in the document; returns at once.
     *
     * @param facts all facts of the document's outbox after the write, oldest first
     */
    public void relay(String aggregateId, List<PendingFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        Transmission transmission = new Transmission(aggregateId, List.copyOf(facts));
        Transmission current = underWay.compute(aggregateId, (id, earlier) -> {
            if (earlier == null) {
                return transmission;
            }
            earlier.again = true;
            return earlier;
        });
        if (current == transmission && !unsent.offer(transmission)) {
            underWay.remove(aggregateId);
        }
    }

    long oldestAgeMillis() {
        return oldestAgeMillis.get();
    }

    String collection() {
        return collection;
    }

    String stream() {
        return stream;
    }

    void sendLoop() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            send(unsent.take());
        }
    }

    private void send(Transmission transmission) {
        if (clock.instant().isBefore(pausedUntil)) {
            underWay.remove(transmission.aggregateId);
            return;
        }
        try {
            PendingFact fact = transmission.facts.get(transmission.sent);
            ProducerRecord<byte[], byte[]> message = records.of(stream, transmission.aggregateId, fact);
            kafka.send(message).whenComplete((done, failure) -> {
                if (failure == null) {
                    sent(transmission);
                } else {
                    failed(transmission, failure);
                }
            });
        } catch (RuntimeException | Error e) {
            failed(transmission, e);
        }
    }

    /** The next fact follows only now: were both under way, the later one could arrive although the first did not. */
    private void sent(Transmission transmission) {
        transmission.sent++;
        if (transmission.sent == transmission.facts.size()) {
            acknowledged.add(transmission);
        } else if (!unsent.offer(transmission)) {
            underWay.remove(transmission.aggregateId);
        }
    }

    private void failed(Transmission transmission, Throwable failure) {
        pausedUntil = clock.instant().plus(PAUSE_AFTER_FAILURE);
        underWay.remove(transmission.aggregateId);
        log.warn("{}: facts of {} wait for the broker: {}", stream, transmission.aggregateId, failure.toString());
    }

    void removeLoop() throws InterruptedException {
        List<Transmission> batch = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            batch.clear();
            batch.add(acknowledged.take());
            // nobody waits for the removal: a moment's patience makes one round trip of many
            Thread.sleep(REMOVAL_PATIENCE);
            acknowledged.drainTo(batch, REMOVAL_BATCH - 1);
            try {
                remove(batch);
            } catch (RuntimeException | Error e) {
                log.warn("{}: sent facts stay in the store for now: {}", stream, e.toString());
                batch.forEach(t -> underWay.remove(t.aggregateId));
                continue;
            }
            batch.forEach(this::finish);
        }
    }

    /**
     * One bulk write for the usual case (the document holds exactly what was sent), a second one for the rest. Every
     * id is compared: another instance may have removed one fact and added another meanwhile.
     */
    private void remove(List<Transmission> batch) {
        List<WriteModel<Document>> whole = new ArrayList<>();
        List<Transmission> single =
                batch.stream().filter(t -> t.facts.size() == 1).toList();
        if (!single.isEmpty()) {
            // ids of facts are unique, so "one fact, and of these" says the same as a comparison one by one
            whole.add(new UpdateManyModel<>(
                    Filters.and(
                            Filters.in(
                                    "_id",
                                    single.stream().map(t -> t.aggregateId).toList()),
                            Filters.size(FACTS, 1),
                            Filters.in(
                                    FACTS + ".factId",
                                    single.stream()
                                            .map(t -> t.facts.getFirst().factId())
                                            .toList())),
                    NOTHING_PENDING));
        }
        batch.stream().filter(t -> t.facts.size() > 1).forEach(t -> {
            List<Bson> exactly = new ArrayList<>();
            exactly.add(Filters.eq("_id", t.aggregateId));
            exactly.add(Filters.size(FACTS, t.facts.size()));
            t.facts.forEach(fact -> exactly.add(Filters.eq(FACTS + ".factId", fact.factId())));
            whole.add(new UpdateOneModel<>(Filters.and(exactly), NOTHING_PENDING));
        });
        BulkWriteOptions unordered = new BulkWriteOptions().ordered(false);
        if (documents().bulkWrite(whole, unordered).getModifiedCount() == batch.size()) {
            return;
        }
        List<WriteModel<Document>> partly = new ArrayList<>();
        for (Transmission t : batch) {
            List<String> ids = t.facts.stream().map(PendingFact::factId).toList();
            partly.add(new UpdateOneModel<>(
                    Filters.eq("_id", t.aggregateId), Updates.pull(FACTS, Filters.in("factId", ids))));
            partly.add(new UpdateOneModel<>(emptied(t.aggregateId), NOTHING_PENDING));
        }
        documents().bulkWrite(partly, new BulkWriteOptions().ordered(true));
    }

    private static Bson emptied(String aggregateId) {
        return Filters.and(Filters.eq("_id", aggregateId), Filters.size(FACTS, 0));
    }

    private void finish(Transmission transmission) {
        boolean[] again = {false};
        underWay.computeIfPresent(transmission.aggregateId, (id, current) -> {
            again[0] = current.again;
            return null;
        });
        if (again[0]) {
            relayWhatIsLeft(transmission.aggregateId);
        }
    }

    private void relayWhatIsLeft(String aggregateId) {
        try {
            Document document = documents()
                    .find(Filters.eq("_id", aggregateId))
                    .projection(Projections.include(FACTS))
                    .first();
            if (document != null) {
                relay(aggregateId, facts(document));
            }
        } catch (RuntimeException e) {
            log.warn("{}: the sweep will send the facts of {}: {}", stream, aggregateId, e.toString());
        }
    }

    /**
     * Finds what a crash or an outage left behind.
     *
     * @return true when more is left than one sweep takes
     */
    boolean sweep() {
        Instant now = clock.instant();
        List<Document> left = documents()
                .find(Filters.eq(PENDING, true))
                .projection(Projections.include(FACTS))
                .sort(Sorts.ascending(FACTS + ".time"))
                .limit(SWEEP_BATCH)
                .into(new ArrayList<>());
        oldestAgeMillis.set(
                left.stream().mapToLong(document -> age(document, now)).max().orElse(0));
        pendingCount.set(
                left.size() < SWEEP_BATCH ? left.size() : documents().countDocuments(Filters.eq(PENDING, true)));
        if (!settings.sweepEnabled()) {
            return false;
        }
        int relayed = 0;
        for (Document document : left) {
            String id = document.getString("_id");
            List<PendingFact> facts = facts(document);
            if (facts.isEmpty()) {
                documents().updateOne(emptied(id), NOTHING_PENDING);
            } else if (age(document, now) >= settings.grace().toMillis() && !underWay.containsKey(id)) {
                relay(id, facts);
                relayed++;
            }
        }
        return relayed > 0 && left.size() == SWEEP_BATCH && !clock.instant().isBefore(pausedUntil);
    }

    private static long age(Document document, Instant now) {
        List<PendingFact> facts = facts(document);
        return facts.isEmpty()
                ? 0
                : Duration.between(facts.getFirst().time(), now).toMillis();
    }

    private static List<PendingFact> facts(Document document) {
        return document.getList(FACTS, Document.class, List.of()).stream()
                .map(RecordFactory::read)
                .toList();
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(collection);
    }

    private static final class Transmission {
        final String aggregateId;
        final List<PendingFact> facts;
        int sent; // by one thread at a time: the queues hand it on
        boolean again; // guarded by the map entry of underWay

        Transmission(String aggregateId, List<PendingFact> facts) {
            this.aggregateId = aggregateId;
            this.facts = facts;
        }
    }
}
