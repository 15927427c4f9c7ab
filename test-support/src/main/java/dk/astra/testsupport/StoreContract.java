package dk.astra.testsupport;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What the services rely on in a store. Every kind of store runs it. */
public interface StoreContract {

    /** The store under test. */
    Store store();

    /** A store that keeps what it acknowledged when it is killed; skips the test where none can be killed. */
    Store durableStore();

    private static MongoClient client(Store store) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.uri("contract")))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(20, TimeUnit.SECONDS))
                .addCommandListener(StoreRules.LISTENER)
                .build());
    }

    private void withCollection(InCollection test) throws Exception {
        withCollection(store(), test);
    }

    private static void withCollection(Store store, InCollection test) throws Exception {
        StoreRules.LISTENER.takeViolations();
        try (MongoClient client = client(store)) {
            MongoDatabase database = client.getDatabase("contract");
            test.run(database.getCollection("c" + UUID.randomUUID().toString().replace("-", "")));
        }
        assertThat(StoreRules.LISTENER.takeViolations()).isEmpty();
    }

    /** A test with a collection of its own. */
    @FunctionalInterface
    interface InCollection {
        void run(MongoCollection<Document> collection) throws Exception;
    }

    private static void uniqueSparse(MongoCollection<Document> collection, String field) {
        collection.createIndex(
                ascending(field), new IndexOptions().name(field).unique(true).sparse(true));
    }

    @Test
    default void refusesADuplicateOfAUniqueSparseKey() throws Exception {
        withCollection(collection -> {
            uniqueSparse(collection, "seatKey");
            collection.insertOne(new Document("_id", 1).append("seatKey", "m:1:0"));
            assertThatThrownBy(() -> collection.insertOne(new Document("_id", 2).append("seatKey", "m:1:0")))
                    .isInstanceOfSatisfying(
                            MongoWriteException.class,
                            e -> assertThat(e.getError().getCode()).isEqualTo(11000))
                    .hasMessageContaining("seatKey");
            assertThat(collection.find(eq("_id", 2)).first()).isNull();
        });
    }

    @Test
    default void letsAnyNumberOfDocumentsLackASparseKey() throws Exception {
        withCollection(collection -> {
            uniqueSparse(collection, "personKey");
            collection.insertMany(List.of(new Document("_id", 1), new Document("_id", 2), new Document("_id", 3)));
            assertThat(collection.countDocuments()).isEqualTo(3);
        });
    }

    @Test
    default void freesAUniqueKeyThatIsUnset() throws Exception {
        withCollection(collection -> {
            uniqueSparse(collection, "personKey");
            collection.insertOne(new Document("_id", 1).append("personKey", "p"));
            collection.updateOne(eq("_id", 1), unset("personKey"));
            collection.insertOne(new Document("_id", 2).append("personKey", "p"));
            assertThatThrownBy(() -> collection.updateOne(eq("_id", 1), set("personKey", "p")))
                    .isInstanceOf(MongoWriteException.class);
        });
    }

    @Test
    default void tellsByIndexWhichDocumentsOfAnUnorderedBulkItRefused() throws Exception {
        withCollection(collection -> {
            uniqueSparse(collection, "seatKey");
            uniqueSparse(collection, "personKey");
            collection.insertOne(new Document("_id", 1).append("seatKey", "s2").append("personKey", "p1"));
            List<Document> crowd = List.of(
                    new Document("_id", 11).append("seatKey", "s1").append("personKey", "p2"),
                    new Document("_id", 12).append("seatKey", "s2").append("personKey", "p3"),
                    new Document("_id", 13).append("seatKey", "s3").append("personKey", "p1"),
                    new Document("_id", 14).append("seatKey", "s1").append("personKey", "p4"),
                    new Document("_id", 15).append("personKey", "p5"));
            assertThatThrownBy(() -> collection.insertMany(crowd, new InsertManyOptions().ordered(false)))
                    .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                        assertThat(e.getWriteErrors())
                                .extracting(BulkWriteError::getIndex)
                                .containsExactlyInAnyOrder(1, 2, 3);
                        assertThat(e.getWriteErrors())
                                .extracting(BulkWriteError::getCode)
                                .containsOnly(11000);
                        assertThat(e.getWriteErrors().stream()
                                        .filter(error -> error.getIndex() == 2)
                                        .findFirst()
                                        .orElseThrow()
                                        .getMessage())
                                .contains("personKey");
                    });
            assertThat(collection.find().sort(Sorts.ascending("_id")).map(found -> found.getInteger("_id")))
                    .containsExactly(1, 11, 15);
        });
    }

    @Test
    default void givesASeatToOneOfManyWhoAsk() throws Exception {
        withCollection(collection -> {
            uniqueSparse(collection, "seatKey");
            AtomicInteger won = new AtomicInteger();
            inParallel(32, thread -> {
                for (int seat = 0; seat < 20; seat++) {
                    try {
                        collection.insertOne(new Document("_id", thread + ":" + seat).append("seatKey", "s" + seat));
                        won.incrementAndGet();
                    } catch (MongoWriteException e) {
                        assertThat(e.getError().getCode()).isEqualTo(11000);
                    }
                }
            });
            assertThat(won).hasValue(20);
            assertThat(collection.countDocuments()).isEqualTo(20);
        });
    }

    @Test
    default void handsEveryNumberOutOnceUnderManyThreads() throws Exception {
        withCollection(collection -> {
            collection.insertOne(new Document("_id", "line").append("last", 0L));
            Set<Long> handedOut = ConcurrentHashMap.newKeySet();
            AtomicBoolean twice = new AtomicBoolean();
            inParallel(32, thread -> {
                for (int i = 0; i < 25; i++) {
                    Document after = collection.findOneAndUpdate(
                            eq("_id", "line"),
                            inc("last", 1L),
                            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
                    if (after == null || !handedOut.add(after.getLong("last"))) {
                        twice.set(true);
                    }
                }
            });
            assertThat(twice).isFalse();
            assertThat(handedOut).hasSize(32 * 25);
        });
    }

    @Test
    default void letsOneOfManyConditionalUpdatesWin() throws Exception {
        withCollection(collection -> {
            for (int round = 0; round < 20; round++) {
                int id = round;
                collection.insertOne(
                        new Document("_id", id).append("version", 1).append("status", "WAITLISTED"));
                AtomicInteger winners = new AtomicInteger();
                inParallel(16, thread -> {
                    long modified = collection
                            .updateOne(
                                    and(eq("_id", id), eq("version", 1)),
                                    combine(set("by", thread), inc("version", 1), push("outbox", "fact")))
                            .getModifiedCount();
                    winners.addAndGet((int) modified);
                });
                assertThat(winners).hasValue(1);
                assertThat(collection.find(eq("_id", id)).first()).containsEntry("version", 2);
            }
        });
    }

    @Test
    default void ignoresALateFactByItsSequence() throws Exception {
        withCollection(collection -> {
            UpdateOptions upsert = new UpdateOptions().upsert(true);
            collection.updateOne(eq("_id", "r"), setOnInsert("sequence", 0L), upsert);
            assertThat(learn(collection, 2)).isOne();
            assertThat(learn(collection, 1)).isZero();
            assertThat(learn(collection, 2)).isZero();
            assertThat(learn(collection, 3)).isOne();
        });
    }

    private static long learn(MongoCollection<Document> collection, long sequence) {
        return collection
                .updateOne(and(eq("_id", "r"), lt("sequence", sequence)), set("sequence", sequence))
                .getModifiedCount();
    }

    @Test
    default void neverShowsAHalfChange() throws Exception {
        withCollection(collection -> {
            Document start = new Document("_id", 1);
            IntStream.range(0, 40).forEach(field -> start.append("f" + field, 0));
            collection.insertOne(start);
            AtomicBoolean done = new AtomicBoolean();
            ConcurrentLinkedQueue<Document> torn = new ConcurrentLinkedQueue<>();
            inParallel(5, thread -> {
                if (thread == 0) {
                    for (int value = 1; value <= 400; value++) {
                        Document change = new Document();
                        int all = value;
                        IntStream.range(0, 40).forEach(field -> change.append("f" + field, all));
                        collection.updateOne(eq("_id", 1), new Document("$set", change));
                    }
                    done.set(true);
                } else {
                    while (!done.get()) {
                        Document seen = collection.find(eq("_id", 1)).first();
                        if (seen != null
                                && IntStream.range(0, 40)
                                                .mapToObj(field -> seen.getInteger("f" + field))
                                                .distinct()
                                                .count()
                                        != 1) {
                            torn.add(seen);
                        }
                    }
                }
            });
            assertThat(torn).isEmpty();
        });
    }

    @Test
    default void takesSentFactsOutOfTheOutboxWithoutTouchingNewOnes() throws Exception {
        withCollection(collection -> {
            collection.insertOne(
                    new Document("_id", 1).append("outbox", List.of(new Document("id", "a"), new Document("id", "b"))));
            collection.updateOne(eq("_id", 1), push("outbox", new Document("id", "c")));
            collection.updateOne(eq("_id", 1), pull("outbox", in("id", List.of("a", "b"))));
            Document left = collection.find(eq("_id", 1)).first();
            assertThat(left).isNotNull();
            assertThat(left.getList("outbox", Document.class)).containsExactly(new Document("id", "c"));
        });
    }

    @Test
    default void findsByAnIndexedFieldInTheAskedOrder() throws Exception {
        withCollection(collection -> {
            collection.createIndex(ascending("meetingId", "waitingNumber"), new IndexOptions().name("line"));
            List<Document> documents = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                documents.add(new Document("_id", i)
                        .append("meetingId", "m" + i % 3)
                        .append("waitingNumber", (i * 7919) % 300));
            }
            collection.insertMany(documents);
            List<Integer> line = collection
                    .find(eq("meetingId", "m1"))
                    .sort(Sorts.ascending("waitingNumber"))
                    .limit(50)
                    .map(found -> found.getInteger("waitingNumber"))
                    .into(new ArrayList<>());
            assertThat(line).hasSize(50).isSorted();
        });
    }

    @Test
    default void countsByGroups() throws Exception {
        withCollection(collection -> {
            collection.createIndex(ascending("meetingId"), new IndexOptions().name("meetingId"));
            collection.insertMany(List.of(
                    new Document("meetingId", "a").append("status", "CONFIRMED"),
                    new Document("meetingId", "a").append("status", "CONFIRMED"),
                    new Document("meetingId", "a").append("status", "WAITLISTED"),
                    new Document("meetingId", "b").append("status", "CONFIRMED")));
            List<Document> counts = collection
                    .aggregate(List.of(
                            Aggregates.match(eq("meetingId", "a")),
                            Aggregates.group("$status", Accumulators.sum("n", 1)),
                            Aggregates.sort(Sorts.ascending("_id"))))
                    .into(new ArrayList<>());
            assertThat(counts)
                    .containsExactly(
                            new Document("_id", "CONFIRMED").append("n", 2),
                            new Document("_id", "WAITLISTED").append("n", 1));
            assertThat(collection.countDocuments(eq("meetingId", "a"))).isEqualTo(3);
        });
    }

    @Test
    default void losesNothingItAcknowledgedWhenKilled() throws Exception {
        Store store = durableStore();
        String name = "k" + UUID.randomUUID().toString().replace("-", "");
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicBoolean dead = new AtomicBoolean();
        try (MongoClient client = client(store)) {
            MongoCollection<Document> collection =
                    client.getDatabase("contract").getCollection(name);
            uniqueSparse(collection, "key");
            List<Thread> writers = IntStream.range(0, 8)
                    .mapToObj(writer -> Thread.ofVirtual().start(() -> {
                        for (int i = 0; !dead.get(); i++) {
                            try {
                                String id = writer + ":" + i;
                                collection.insertOne(new Document("_id", id).append("key", id));
                                acknowledged.add(id);
                            } catch (MongoException e) {
                                return;
                            }
                        }
                    }))
                    .toList();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() > 300);
            store.kill9();
            dead.set(true);
            for (Thread writer : writers) {
                writer.join(Duration.ofSeconds(30));
            }
        }
        store.restart();
        withCollection(store, ignored -> {
            try (MongoClient client = client(store)) {
                MongoCollection<Document> collection =
                        client.getDatabase("contract").getCollection(name);
                Set<String> stored = collection
                        .find()
                        .sort(Sorts.ascending("_id"))
                        .map(found -> found.getString("_id"))
                        .into(ConcurrentHashMap.newKeySet());
                assertThat(stored).containsAll(acknowledged);
                String any = acknowledged.iterator().next();
                assertThatThrownBy(() -> collection.insertOne(new Document("_id", "twin").append("key", any)))
                        .isInstanceOf(MongoWriteException.class);
            }
        });
    }

    @Test
    default void keepsInstantsToTheMillisecond() throws Exception {
        withCollection(collection -> {
            Instant now = Instant.parse("2026-11-22T09:00:00.123Z");
            collection.insertOne(new Document("_id", 1).append("at", Date.from(now)));
            Document found = collection.find(eq("_id", 1)).first();
            assertThat(found).isNotNull();
            assertThat(found.getDate("at").toInstant()).isEqualTo(now);
        });
    }

    private static void inParallel(int threads, InThread work) throws InterruptedException {
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> started = IntStream.range(0, threads)
                .mapToObj(number -> Thread.ofVirtual().start(() -> {
                    try {
                        work.run(number);
                    } catch (Throwable e) {
                        failures.add(e);
                    }
                }))
                .toList();
        for (Thread thread : started) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    /** What one of several threads does. */
    @FunctionalInterface
    interface InThread {
        void run(int number) throws Exception;
    }
}
