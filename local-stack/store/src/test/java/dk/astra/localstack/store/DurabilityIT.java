package dk.astra.localstack.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store acknowledged, it keeps when it is killed at any moment (P3). */
class DurabilityIT {

    private static final int WRITERS = 16;
    private static final int KILLS = 8;

    @TempDir
    private Path folder;

    private final Random random = new Random();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger acknowledgedSum = new AtomicInteger();
    private final AtomicInteger uncertainSum = new AtomicInteger();

    @Test
    void keepsEveryAcknowledgedWriteWhenKilled() {
        for (int round = 0; round < KILLS; round++) {
            Function<Path, StoreProcess> start =
                    round % 2 == 0 ? StoreProcess::durable : StoreProcess::withManyCheckpoints;
            writeAndKill(start, round, 300 + random.nextInt(1_500));
            check(StoreProcess::durable, 0);
        }
        System.out.printf(
                "%d kills: %d inserts acknowledged, 0 lost; sum %d%n",
                KILLS, acknowledged.size(), acknowledgedSum.get());
    }

    @Test
    void losesAcknowledgedWritesWithoutGroupCommit() {
        int lost = 0;
        for (int round = 0; round < 5 && lost == 0; round++) {
            writeAndKill(StoreProcess::withoutGroupCommit, round, 900);
            lost = lostAfterRestart();
        }

        assertThat(lost).as("acknowledged writes lost by the negative control").isPositive();
    }

    @Test
    void keepsEverythingWhenTerminatedAndStopsWithinTwoSeconds() {
        try (StoreProcess store = StoreProcess.durable(file());
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> things = things(client);
            for (int i = 0; i < 300; i++) {
                things.insertOne(new Document("_id", "t" + i));
                acknowledged.add("t" + i);
            }
            long started = System.nanoTime();
            store.terminate();
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
        }

        assertThat(filesBeside(file())).containsExactly("store.db");
        assertThat(lostAfterRestart()).isZero();
    }

    @Test
    void saysInOneSentenceWhyItCannotStart() throws Exception {
        try (StoreProcess store = StoreProcess.durable(file())) {
            Process second = StoreProcess.launch(LocalStore.class, "--port", "0", "--file", file().toString());

            assertThat(second.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(2);
            assertThat(new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("in use by another process")
                    .hasLineCount(1);
            assertThat(store.connectionString()).isNotEmpty();
        }
    }

    @Test
    void refusesWritesOnAFullDiskAndKeepsWhatItAcknowledged() throws Exception {
        Process limited = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -f 2048; exec \"$@\"",
                        "bash",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalStore.class.getName(),
                        "--port",
                        "0",
                        "--file",
                        file().toString())
                .start();
        String ready = limited.inputReader().readLine();
        String uri = "mongodb://127.0.0.1:" + ready.substring(ready.indexOf('=') + 1);
        try (MongoClient client = MongoClients.create(uri + "/?serverSelectionTimeoutMS=2000")) {
            String filler = "x".repeat(20_000);
            for (int i = 0; i < 1_000; i++) {
                things(client).insertOne(new Document("_id", "f" + i).append("filler", filler));
                acknowledged.add("f" + i);
            }
        } catch (MongoException expected) {
            assertThat(expected.getMessage()).containsAnyOf("not stored", "Prematurely", "Exception");
        }

        assertThat(limited.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(limited.exitValue()).isEqualTo(2);
        assertThat(new String(limited.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("can no longer be written")
                .hasLineCount(1);
        assertThat(acknowledged).hasSizeBetween(10, 999);
        assertThat(lostAfterRestart()).isZero();
    }

    private Path file() {
        return folder.resolve("store.db");
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("test").getCollection("things");
    }

    private void writeAndKill(Function<Path, StoreProcess> start, int round, int millis) {
        try (StoreProcess store = start.apply(file());
                MongoClient client = MongoClients.create(store.connectionString());
                var writers = Executors.newFixedThreadPool(WRITERS)) {
            MongoCollection<Document> things = things(client);
            things.createIndex(
                    Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));
            things.createIndex(Indexes.ascending("group"));
            for (int i = 0; i < WRITERS; i++) {
                String writer = round + "-" + i;
                writers.submit(() -> write(things, writer));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
            store.kill();
        }
    }

    private void write(MongoCollection<Document> things, String writer) {
        try {
            for (int i = 0; ; i++) {
                String id = writer + "-" + i;
                things.insertOne(new Document("_id", id).append("key", "k" + id).append("group", writer));
                acknowledged.add(id);
                uncertainSum.incrementAndGet();
                things.updateOne(eq("sum"), inc("value", 1), new UpdateOptions().upsert(true));
                uncertainSum.decrementAndGet();
                acknowledgedSum.incrementAndGet();
            }
        } catch (MongoException e) {
            // the store was killed
        }
    }

    private void check(Function<Path, StoreProcess> start, int allowedToBeLost) {
        try (StoreProcess store = start.apply(file());
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> things = things(client);
            assertThat(missing(things)).hasSizeLessThanOrEqualTo(allowedToBeLost);
            assertThat(things.find(eq("sum")).first().getInteger("value"))
                    .isBetween(acknowledgedSum.get(), acknowledgedSum.get() + uncertainSum.get());
            acknowledgedSum.set(things.find(eq("sum")).first().getInteger("value"));
            uncertainSum.set(0);
            List<Document> stored = things.find(exists("key")).into(new ArrayList<>());
            for (Document document : stored.subList(0, Math.min(500, stored.size()))) {
                assertThat(things.find(eq("key", document.get("key")))).containsExactly(document);
            }
            assertThat(stored.stream()
                            .map(document -> document.getString("group"))
                            .distinct())
                    .allSatisfy(group -> assertThat(things.countDocuments(eq("group", group)))
                            .isEqualTo(stored.stream()
                                    .filter(document ->
                                            document.getString("group").equals(group))
                                    .count()));
        }
    }

    private int lostAfterRestart() {
        try (StoreProcess store = StoreProcess.durable(file());
                MongoClient client = MongoClients.create(store.connectionString())) {
            return missing(things(client)).size();
        }
    }

    private Set<String> missing(MongoCollection<Document> things) {
        Set<String> missing = new HashSet<>(acknowledged);
        things.find().forEach(document -> missing.remove(document.getString("_id")));
        return missing;
    }

    private static List<String> filesBeside(Path file) {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.map(path -> path.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
