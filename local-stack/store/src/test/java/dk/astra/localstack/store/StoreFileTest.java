package dk.astra.localstack.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFileTest {

    private static final CommitRhythm NO_CHECKPOINTS = new CommitRhythm(false, Duration.ofHours(1));

    @TempDir
    private Path folder;

    private Path live;
    private Path crashed;

    @BeforeEach
    void folders() throws IOException {
        live = Files.createDirectory(folder.resolve("live")).resolve("store.db");
        crashed = Files.createDirectory(folder.resolve("crashed")).resolve("store.db");
    }

    @Test
    void keepsDocumentsAndIndexesWhenClosed() {
        in(live, StoreFileTest::fill);

        in(live, StoreFileTest::check);
    }

    @Test
    void playsTheJournalAfterACrash() {
        in(live, database -> {
            fill(database);
            copyAsACrashWouldLeaveIt();
        });

        in(crashed, StoreFileTest::check);
        in(crashed, StoreFileTest::check);
    }

    @Test
    void playsTheJournalOverAnOlderFileAfterACrash() {
        in(live, database -> database.getCollection("kept").insertOne(new Document("_id", "old")));
        in(live, database -> {
            database.getCollection("kept").deleteOne(eq("old"));
            fill(database);
            copyAsACrashWouldLeaveIt();
        });

        in(crashed, StoreFileTest::check);
    }

    @Test
    void ignoresAFrameThatACrashCutShort() throws IOException {
        in(live, database -> {
            database.getCollection("kept").insertOne(new Document("_id", 1));
            database.getCollection("kept").insertOne(new Document("_id", 2));
            copyAsACrashWouldLeaveIt();
        });
        try (Stream<Path> files = Files.list(crashed.getParent());
                RandomAccessFile journal = new RandomAccessFile(
                        files.filter(file -> file.toString().contains("journal"))
                                .findFirst()
                                .orElseThrow()
                                .toFile(),
                        "rw")) {
            journal.setLength(journal.length() - 3);
        }

        in(crashed, database -> {
            assertThat(ids(database, "kept")).containsExactly(1);
            database.getCollection("kept").insertOne(new Document("_id", 3));
        });
        in(crashed, database -> assertThat(ids(database, "kept")).containsExactly(1, 3));
    }

    @Test
    void saysSoWhenTheFileIsOfAnotherKind() throws IOException {
        Files.write(live, new byte[20_000]);

        assertThatThrownBy(() -> StoreFile.open(live, false))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("damaged or of another kind");
    }

    private static void fill(MongoDatabase database) {
        var kept = database.getCollection("kept");
        kept.createIndex(
                Indexes.ascending("key"),
                new IndexOptions().name("key").unique(true).sparse(true));
        kept.createIndex(Indexes.ascending("group"), new IndexOptions().name("group"));
        kept.createIndex(Indexes.ascending("other"), new IndexOptions().name("gone"));
        kept.insertMany(List.of(
                new Document("_id", 1).append("key", "a").append("group", "g"),
                new Document("_id", 2).append("group", "g"),
                new Document("_id", 3).append("key", "c")));
        kept.updateOne(eq(1), Updates.set("key", "b"));
        kept.deleteOne(eq(3));
        kept.dropIndex("gone");
        database.getCollection("dropped").insertOne(new Document("_id", 1));
        database.getCollection("dropped").drop();
        database.getCollection("before").insertOne(new Document("_id", 7));
        database.getCollection("before").renameCollection(new MongoNamespace("test", "after"));
    }

    private static void check(MongoDatabase database) {
        var kept = database.getCollection("kept");
        assertThat(ids(database, "kept")).containsExactly(1, 2);
        assertThat(kept.find(eq("key", "b")).first()).containsEntry("_id", 1);
        assertThat(kept.countDocuments(eq("key", "a"))).isZero();
        assertThat(kept.countDocuments(eq("group", "g"))).isEqualTo(2);
        assertThat(kept.listIndexes())
                .extracting(index -> index.get("name"))
                .containsExactlyInAnyOrder("_id_", "key", "group");
        assertThatThrownBy(() -> kept.insertOne(new Document("_id", 9).append("key", "b")))
                .isInstanceOf(MongoWriteException.class);
        assertThat(database.listCollectionNames()).containsExactlyInAnyOrder("kept", "after");
        assertThat(ids(database, "after")).containsExactly(7);
        database.getCollection("dropped").insertOne(new Document("_id", 2));
        assertThat(ids(database, "dropped")).containsExactly(2);
        database.getCollection("dropped").drop();
    }

    private static List<Object> ids(MongoDatabase database, String collection) {
        return database.getCollection(collection)
                .find()
                .sort(new Document("_id", 1))
                .map(document -> document.get("_id"))
                .into(new ArrayList<>());
    }

    private void copyAsACrashWouldLeaveIt() {
        try (Stream<Path> files = Files.list(live.getParent())) {
            for (Path file : files.toList()) {
                Files.copy(file, crashed.resolveSibling(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void in(Path file, Consumer<MongoDatabase> work) {
        try (StoreServer store = StoreServer.onFile(file, 0, false, NO_CHECKPOINTS, failure -> {});
                MongoClient client = MongoClients.create(store.connectionString())) {
            work.accept(client.getDatabase("test"));
        }
    }
}
