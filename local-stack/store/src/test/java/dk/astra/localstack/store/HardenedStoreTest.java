package dk.astra.localstack.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardenedStoreTest {

    private static final int THREADS = 32;

    private static StoreServer store;
    private static MongoClient client;
    private MongoDatabase database;
    private MongoCollection<Document> things;

    @BeforeAll
    static void start() {
        store = StoreServer.inMemory(0);
        client = MongoClients.create(store.connectionString());
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @BeforeEach
    void empty() {
        database = client.getDatabase("test");
        database.drop();
        things = database.getCollection("things");
    }

    @Nested
    class Changes {

        @Test
        void returnTheDocumentTheyMade() throws Exception {
            things.insertOne(new Document("_id", "counter").append("value", 0));
            Set<Object> handedOut = new HashSet<>();

            for (Object value : together(
                    2_000,
                    () -> things.findOneAndUpdate(
                                    eq("counter"),
                                    inc("value", 1),
                                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))
                            .get("value"))) {
                handedOut.add(value);
            }

            assertThat(handedOut).hasSize(2_000);
        }

        @Test
        void areNeverSeenHalfDone() throws Exception {
            things.insertOne(wide(0));
            AtomicBoolean done = new AtomicBoolean();
            AtomicInteger torn = new AtomicInteger();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 8; i++) {
                    threads.submit(() -> {
                        while (!done.get()) {
                            Document seen = things.find(eq("wide")).first();
                            if (new HashSet<>(seen.values()).size() > 2) {
                                torn.incrementAndGet();
                            }
                        }
                    });
                }
                for (int i = 1; i <= 500; i++) {
                    Document next = wide(i);
                    next.remove("_id");
                    things.updateOne(eq("wide"), new Document("$set", next));
                }
                done.set(true);
            }

            assertThat(torn).hasValue(0);
        }

        private Document wide(int value) {
            Document document = new Document("_id", "wide");
            IntStream.range(0, 40).forEach(field -> document.append("field" + field, value));
            return document;
        }

        @Test
        void ofOneArrayAreAllKept() throws Exception {
            things.insertOne(new Document("_id", "list"));

            together(960, () -> things.updateOne(eq("list"), push("entries", "x")));

            assertThat(things.find(eq("list")).first().getList("entries", String.class))
                    .hasSize(960);
        }

        @Test
        void touchOnlyTheFirstMatchUnlessToldOtherwise() {
            things.insertMany(List.of(new Document("kind", "a"), new Document("kind", "a")));

            assertThat(things.updateOne(eq("kind", "a"), set("seen", true)).getModifiedCount())
                    .isEqualTo(1);
            assertThat(things.updateMany(eq("kind", "a"), set("late", true)).getModifiedCount())
                    .isEqualTo(2);
            assertThat(things.deleteOne(eq("kind", "a")).getDeletedCount()).isEqualTo(1);
        }

        @Test
        void stopAtTheFirstErrorOfAnOrderedBulk() {
            things.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
            things.insertMany(List.of(new Document("_id", 1).append("key", 1), new Document("_id", 2)));

            assertThatThrownBy(() -> things.bulkWrite(List.of(
                            new UpdateOneModel<>(eq(1), set("first", true)),
                            new UpdateOneModel<>(eq(2), set("key", 1)),
                            new UpdateOneModel<>(eq(1), set("third", true)))))
                    .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                        assertThat(e.getWriteErrors()).singleElement().satisfies(error -> {
                            assertThat(error.getIndex()).isEqualTo(1);
                            assertThat(error.getCode()).isEqualTo(11000);
                        });
                        assertThat(e.getWriteResult().getModifiedCount()).isEqualTo(1);
                    });

            assertThat(things.find(eq(1)).first()).containsKey("first").doesNotContainKey("third");
        }
    }

    @Nested
    class Uniqueness {

        @Test
        void hasOneWinnerPerKey() throws Exception {
            things.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
            AtomicInteger next = new AtomicInteger();
            AtomicInteger winners = new AtomicInteger();

            together(50 * THREADS, () -> {
                try {
                    things.insertOne(new Document("key", "key" + next.getAndIncrement() % 50));
                    winners.incrementAndGet();
                } catch (MongoWriteException e) {
                    assertThat(e.getError().getCode()).isEqualTo(11000);
                }
                return null;
            });

            assertThat(winners).hasValue(50);
            assertThat(things.countDocuments()).isEqualTo(50);
        }

        @Test
        void ofSparseKeysDoesNotCountAbsentOnes() {
            things.createIndex(
                    Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));

            things.insertMany(List.of(new Document("_id", 1), new Document("_id", 2), new Document("_id", 3)));
            things.updateOne(eq(1), set("key", "k"));
            assertThatThrownBy(() -> things.updateOne(eq(2), set("key", "k"))).isInstanceOf(MongoWriteException.class);
            things.updateOne(eq(1), new Document("$unset", new Document("key", "")));
            things.updateOne(eq(2), set("key", "k"));

            assertThat(things.find(eq("key", "k")))
                    .extracting(found -> found.get("_id"))
                    .containsExactly(2);
        }

        @Test
        void ofSparseKeysLeavesDocumentsWithoutThemAloneWhenAnotherHoldsNull() {
            things.createIndex(
                    Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));
            things.insertMany(List.of(new Document("_id", 1).append("key", null), new Document("_id", 2)));

            things.updateOne(eq(2), set("seen", true));

            assertThat(things.find(eq(2)).first()).containsEntry("seen", true);
            assertThat(things.find(eq(1)).first()).doesNotContainKey("seen");
        }

        @Test
        void countsWhatABulkInsertReallyStored() {
            List<Document> withTwin = List.of(
                    new Document("_id", 1), new Document("_id", 2), new Document("_id", 2), new Document("_id", 3));

            MongoBulkWriteException ordered =
                    catchThrowableOfType(MongoBulkWriteException.class, () -> things.insertMany(withTwin));
            assertThat(ordered.getWriteResult().getInsertedCount()).isEqualTo(2);
            things.drop();
            MongoBulkWriteException unordered = catchThrowableOfType(
                    MongoBulkWriteException.class,
                    () -> things.insertMany(withTwin, new InsertManyOptions().ordered(false)));
            assertThat(unordered.getWriteResult().getInsertedCount()).isEqualTo(3);
        }

        @Test
        void survivesUpsertsOfTheSameKey() throws Exception {
            things.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));

            together(
                    THREADS * 20,
                    () -> things.updateOne(eq("key", "one"), inc("sum", 1), new UpdateOptions().upsert(true)));

            assertThat(things.find())
                    .singleElement()
                    .satisfies(one -> assertThat(one).containsEntry("sum", 640));
        }
    }

    @Nested
    class IndexesOfACollection {

        @Test
        void withTheSameNameMustBeTheSame() {
            things.createIndex(Indexes.ascending("a"), new IndexOptions().name("mine"));
            things.createIndex(Indexes.ascending("a"), new IndexOptions().name("mine"));

            assertThatThrownBy(() -> things.createIndex(Indexes.ascending("b"), new IndexOptions().name("mine")))
                    .isInstanceOfSatisfying(
                            MongoCommandException.class,
                            e -> assertThat(e.getErrorCode()).isEqualTo(86));
            assertThatThrownBy(() -> things.createIndex(
                            Indexes.ascending("a"),
                            new IndexOptions().name("mine").unique(true)))
                    .isInstanceOf(MongoCommandException.class);
            assertThat(things.listIndexes())
                    .extracting(index -> index.get("name"))
                    .containsExactlyInAnyOrder("_id_", "mine");
        }

        @Test
        void areDroppedInTheirOwnCollectionOnly() {
            MongoCollection<Document> others = database.getCollection("others");
            things.createIndex(
                    Indexes.ascending("a"), new IndexOptions().name("same").unique(true));
            others.createIndex(
                    Indexes.ascending("a"), new IndexOptions().name("same").unique(true));

            things.dropIndex("same");
            others.insertOne(new Document("a", 1));

            assertThat(others.listIndexes())
                    .extracting(index -> index.get("name"))
                    .contains("same");
            assertThatThrownBy(() -> others.insertOne(new Document("a", 1))).isInstanceOf(MongoWriteException.class);
            things.insertMany(List.of(new Document("a", 1), new Document("a", 1)));
            others.dropIndexes();
            others.insertOne(new Document("a", 1));
        }

        @Test
        void goWithTheirDatabaseAndLeaveItsNamesakeAlone() {
            MongoCollection<Document> longer = client.getDatabase("test2").getCollection("things");
            longer.insertOne(new Document("_id", 1));

            database.drop();

            assertThat(longer.countDocuments()).isEqualTo(1);
            client.getDatabase("test2").drop();
        }
    }

    @Nested
    class Commands {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{find: 'things', filter: {}, collation: {locale: 'da'}}",
                    "{createIndexes: 'things', indexes: [{key: {a: 1}, name: 'a', unique: true, partialFilterExpression: {b: 1}}]}",
                    "{createIndexes: 'things', indexes: [{key: {a: 1}, name: 'a', collation: {locale: 'da'}}]}",
                    "{createIndexes: 'things', indexes: [{key: {a: 'text'}, name: 'a'}]}",
                    "{createIndexes: 'things', indexes: [{key: {a: '2dsphere'}, name: 'a'}]}",
                    "{createIndexes: 'things', indexes: [{key: {a: 'hashed'}, name: 'a'}]}",
                    "{create: 'x', validator: {a: 1}}",
                    "{create: 'x', viewOn: 'things', pipeline: []}",
                    "{create: 'x', capped: true, size: 1000}",
                    "{create: 'x', timeseries: {timeField: 't'}}",
                    "{update: 'things', updates: [{q: {}, u: [{$set: {a: 1}}]}]}",
                    "{findAndModify: 'things', query: {}, update: [{$set: {a: 1}}]}",
                    "{find: 'things', projection: {a: {$slice: 1}}}",
                    "{aggregate: 'things', pipeline: [{$changeStream: {}}], cursor: {}}"
                })
        void thatWouldGoWrongSilentlyAreRefused(String command) {
            assertThatThrownBy(() -> database.runCommand(Document.parse(command)))
                    .isInstanceOfSatisfying(
                            MongoCommandException.class,
                            e -> assertThat(e.getErrorCode()).isEqualTo(115));
        }

        @Test
        void nobodyKnowsAreCalledUnknown() {
            assertThatThrownBy(() -> database.runCommand(new Document("explain", 1)))
                    .isInstanceOfSatisfying(
                            MongoCommandException.class,
                            e -> assertThat(e.getErrorCode()).isEqualTo(59));
        }

        @Test
        void includeHello() {
            assertThat(database.runCommand(new Document("hello", 1))).containsEntry("isWritablePrimary", true);
        }

        @Test
        void giveLargeResultsInBatches() {
            things.insertMany(IntStream.range(0, 2_500)
                    .mapToObj(i -> new Document("_id", i))
                    .toList());

            assertThat(things.find()).hasSize(2_500);
        }
    }

    @Nested
    class Aggregations {

        @BeforeEach
        void fill() {
            things.createIndex(Indexes.ascending("meeting", "status"));
            for (int i = 0; i < 30; i++) {
                things.insertOne(
                        new Document("_id", i).append("meeting", "m" + i % 3).append("status", i % 2));
            }
        }

        @Test
        void countThroughTheIndex() {
            assertThat(things.countDocuments(new Document("meeting", "m1").append("status", 0)))
                    .isEqualTo(5);
            assertThat(things.countDocuments(eq("meeting", "m9"))).isZero();
            assertThat(things.countDocuments()).isEqualTo(30);
        }

        @Test
        void knowTheNewerNamesOfStages() {
            List<Document> result = things.aggregate(List.of(
                            Document.parse("{$match: {meeting: 'm0'}}"),
                            Document.parse("{$set: {half: '$status'}}"),
                            Document.parse("{$group: {_id: '$half', n: {$count: {}}}}"),
                            Document.parse("{$sort: {_id: 1}}"),
                            Document.parse("{$replaceWith: {status: '$_id', n: '$n'}}")))
                    .into(new ArrayList<>());

            assertThat(result)
                    .containsExactly(
                            new Document("status", 0).append("n", 5), new Document("status", 1).append("n", 5));
        }
    }

    private static List<Object> together(int times, Callable<?> task) throws Exception {
        ConcurrentLinkedQueue<Object> results = new ConcurrentLinkedQueue<>();
        AtomicInteger left = new AtomicInteger(times);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        Object result = task.call();
                        if (result != null) {
                            results.add(result);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> thread : running) {
                thread.get();
            }
        }
        return List.copyOf(results);
    }
}
