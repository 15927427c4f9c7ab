package dk.astra.localstack.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever an index answers, a collection without indexes answers too. */
class IndexedQueryTest {

    private static StoreServer store;
    private static MongoClient client;

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

    @RepeatedTest(5)
    void findsWhatAScanFinds(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        MongoCollection<Document> indexed =
                client.getDatabase("test").getCollection("indexed" + repetition.getCurrentRepetition());
        MongoCollection<Document> plain =
                client.getDatabase("test").getCollection("plain" + repetition.getCurrentRepetition());
        indexed.createIndex(Indexes.ascending("a", "b", "c"));
        indexed.createIndex(Indexes.ascending("b"), new IndexOptions().sparse(true));
        indexed.createIndex(Indexes.compoundIndex(Indexes.ascending("c"), Indexes.descending("a")));
        indexed.createIndex(Indexes.ascending("tags"));
        indexed.createIndex(Indexes.ascending("c", "tags"));
        indexed.createIndex(Indexes.ascending("sub.x", "a"));
        indexed.createIndex(
                Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));
        indexed.createIndex(Indexes.ascending("a", "_id"), new IndexOptions().unique(true));
        for (int i = 0; i < 300; i++) {
            Document document = randomDocument(i, random);
            indexed.insertOne(document);
            plain.insertOne(document);
        }
        for (int i = 0; i < 200; i++) {
            change(random, indexed, plain);
        }

        for (int i = 0; i < 600; i++) {
            Document query = randomQuery(random);
            Document sort = randomSort(random);
            int limit = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 0;
            assertThat(indexed.find(query).sort(sort).limit(limit).into(new ArrayList<>()))
                    .as("%s sorted by %s, limit %d", query, sort, limit)
                    .isEqualTo(plain.find(query).sort(sort).limit(limit).into(new ArrayList<>()));
            assertThat(indexed.countDocuments(query)).as("%s", query).isEqualTo(plain.countDocuments(query));
        }
    }

    private static void change(Random random, MongoCollection<Document> indexed, MongoCollection<Document> plain) {
        Document one = new Document("_id", random.nextInt(300));
        Document next = randomDocument(0, random);
        next.remove("_id");
        next.remove("key");
        switch (random.nextInt(4)) {
            case 0 -> {
                indexed.deleteOne(one);
                plain.deleteOne(one);
            }
            case 1 -> {
                Document unset = new Document("$unset", new Document("b", "").append("key", ""));
                indexed.updateOne(one, unset);
                plain.updateOne(one, unset);
            }
            default -> {
                indexed.updateOne(one, new Document("$set", next));
                plain.updateOne(one, new Document("$set", next));
            }
        }
    }

    private static Document randomDocument(int id, Random random) {
        Document document = new Document("_id", id);
        if (random.nextInt(10) > 0) {
            document.append("a", value(random));
        }
        if (random.nextInt(3) > 0) {
            document.append("b", value(random));
        }
        document.append("c", random.nextInt(5));
        if (random.nextInt(3) > 0) {
            List<Object> tags = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                tags.add(random.nextInt(6));
            }
            document.append("tags", tags);
        }
        if (random.nextBoolean()) {
            document.append("sub", new Document("x", value(random)));
        }
        if (random.nextBoolean()) {
            document.append("key", "key" + id);
        }
        return document;
    }

    private static Object value(Random random) {
        return switch (random.nextInt(7)) {
            case 0, 1 -> random.nextInt(5);
            case 2 -> (long) random.nextInt(5);
            case 3 -> random.nextInt(10) / 2.0;
            case 4 -> new Date(random.nextInt(3));
            default -> "s" + random.nextInt(12);
        };
    }

    private static Document randomQuery(Random random) {
        Document query = new Document();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String field = List.of("a", "b", "c", "tags", "sub.x", "key", "_id").get(random.nextInt(7));
            query.append(field, demand(field, random));
        }
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Document("$and", List.of(query, randomQuery(random)));
            case 2 -> query.append("$or", List.of(randomQuery(random), randomQuery(random)));
            default -> query;
        };
    }

    private static Object demand(String field, Random random) {
        if (field.equals("tags") && random.nextBoolean()) {
            return new Document("$gt", random.nextInt(5)).append("$lt", random.nextInt(6));
        }
        Object value = field.equals("key") ? "key" + random.nextInt(300) : value(random);
        return switch (random.nextInt(10)) {
            case 0 -> new Document("$gt", value);
            case 1 -> new Document("$gte", value).append("$lt", value(random));
            case 2 -> new Document("$lte", value);
            case 3 -> new Document("$in", List.of(value, value(random), value(random)));
            case 4 -> new Document("$exists", random.nextBoolean());
            case 5 -> new Document("$ne", value);
            case 6 -> new Document("$regex", "^s1");
            default -> value;
        };
    }

    /** Ends with _id, so that the order is whole. */
    private static Document randomSort(Random random) {
        Document sort = new Document();
        int direction = random.nextBoolean() ? 1 : -1;
        for (int i = random.nextInt(3); i > 0; i--) {
            sort.append(
                    List.of("a", "b", "c", "sub.x").get(random.nextInt(4)),
                    random.nextInt(4) == 0 ? -direction : direction);
        }
        return sort.append("_id", direction);
    }
}
