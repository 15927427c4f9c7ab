package dk.astra.systemtests;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dk.astra.testsupport.StreamProbe;
import dk.astra.testsupport.StreamRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.bson.types.Binary;

/** Looks for texts in everything the platform writes down. */
final class Traces {

    private static final Set<String> NOT_LOOKED_AT = Set.of("registrations", "admin", "config", "local");

    private final Stack stack;
    private final Set<String> looked = new TreeSet<>();

    Traces(Stack stack) {
        this.stack = stack;
    }

    /** Names of the topics, databases and files that were looked through and not empty. */
    Set<String> looked() {
        return looked;
    }

    Set<String> inLogSegments(Needles needles) throws IOException {
        return inFiles(needles, stack.data().resolve("broker"), ".log");
    }

    Set<String> inLogFiles(Needles needles) throws IOException {
        return inFiles(needles, stack.data().resolve("logs"), ".log");
    }

    private Set<String> inFiles(Needles needles, Path folder, String ending) throws IOException {
        Set<String> found = new LinkedHashSet<>();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(file -> file.toString().endsWith(ending)).forEach(files::add);
        }
        for (Path file : files) {
            if (Files.size(file) > 0) {
                looked.add(file.getFileName().toString());
            }
            found.addAll(needles.in(file));
        }
        return found;
    }

    Set<String> inRecords(Needles needles) {
        Set<String> found = new LinkedHashSet<>();
        try (StreamProbe probe = new StreamProbe(stack.bootstrapServers())) {
            for (String topic : topics()) {
                for (StreamRecord one : probe.records(topic)) {
                    looked.add(topic);
                    found.addAll(needles.in(one.value()));
                    found.addAll(needles.in(one.key() + " " + one.headers()));
                }
            }
        }
        return found;
    }

    private Set<String> topics() {
        try (Admin admin = admin()) {
            return admin.listTopics().names().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Set<String> inDatabases(Needles needles) {
        Set<String> found = new LinkedHashSet<>();
        try (MongoClient client = MongoClients.create(stack.mongo("admin"))) {
            for (String database : client.listDatabaseNames()) {
                if (!NOT_LOOKED_AT.contains(database)) {
                    found.addAll(inDatabase(needles, database));
                }
            }
        }
        return found;
    }

    Set<String> inDatabase(Needles needles, String name) {
        Set<String> found = new LinkedHashSet<>();
        try (MongoClient client = MongoClients.create(stack.mongo(name))) {
            MongoDatabase database = client.getDatabase(name);
            for (String collection : database.listCollectionNames()) {
                for (Document document :
                        database.getCollection(collection).find().batchSize(500)) {
                    looked.add(name);
                    found.addAll(needles.in(document.toJson()));
                    found.addAll(inBinaries(needles, document));
                }
            }
        }
        return found;
    }

    /** The outbox holds bytes, which JSON would show as base64. */
    private static Set<String> inBinaries(Needles needles, Object value) {
        Set<String> found = new LinkedHashSet<>();
        switch (value) {
            case Document document ->
                document.values().forEach(part -> {
                    if (part != null) {
                        found.addAll(inBinaries(needles, part));
                    }
                });
            case List<?> list ->
                list.forEach(part -> {
                    if (part != null) {
                        found.addAll(inBinaries(needles, part));
                    }
                });
            case Binary binary -> found.addAll(needles.in(binary.getData()));
            case String text -> found.addAll(needles.in(text));
            default -> {}
        }
        return found;
    }

    void plantInTopic(String topic, String compression, byte[] body) {
        try (Admin admin = admin();
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", stack.bootstrapServers(), "compression.type", compression),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            if (!topics().contains(topic)) {
                admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                        .all()
                        .get();
            }
            producer.send(new ProducerRecord<>(topic, body)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closing takes it out again. */
    Planted plantInDatabase(String name, String text) {
        MongoClient client = MongoClients.create(stack.mongo(name));
        client.getDatabase(name).getCollection("planted").insertOne(new Document("recipient", text));
        return () -> {
            client.getDatabase(name).getCollection("planted").drop();
            client.close();
        };
    }

    /** Something that does not belong there. */
    interface Planted extends AutoCloseable {
        @Override
        void close();
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
    }
}
