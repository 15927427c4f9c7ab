package dk.astra.localstack.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** One node that is broker and controller at once; its folder is formatted on the first start only. */
final class KraftNode {

    private final BrokerSettings settings;
    private final KafkaRaftServer server;

    // reachable as long as the node: a collected channel would give the folder free
    private final FileChannel claim;

    private KraftNode(BrokerSettings settings, KafkaRaftServer server, FileChannel claim) {
        this.settings = settings;
        this.server = server;
        this.claim = claim;
    }

    static KraftNode start(BrokerSettings settings) throws IOException {
        Properties kafka = settings.kafkaProperties();
        FileChannel claim = claim(settings.data());
        formatOnce(settings, kafka);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(kafka, false), Time.SYSTEM);
        server.startup();
        return new KraftNode(settings, server, claim);
    }

    /**
     * Kafka locks its folder too, but only after it has opened the metadata log: a second node would have written there
     * by then.
     */
    private static FileChannel claim(Path data) throws IOException {
        Files.createDirectories(data);
        FileChannel claim =
                FileChannel.open(data.resolve("broker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (claim.tryLock() == null) {
            throw new IllegalArgumentException("Another broker uses the folder " + data.toAbsolutePath()
                    + " already. Stop it, or give another folder with --data.");
        }
        return claim;
    }

    private static void formatOnce(BrokerSettings settings, Properties kafka) throws IOException {
        Path log = settings.data().resolve("log");
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(log);
        Path written = settings.data().resolve("broker.properties");
        try (Writer out = Files.newBufferedWriter(written)) {
            kafka.store(out, null);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] format = {"format", "-t", Uuid.randomUuid().toString(), "-c", written.toString(), "--standalone"};
        int result = StorageTool.execute(format, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (result != 0) {
            throw new IOException("The folder " + log + " could not be prepared for the broker: "
                    + said.toString(StandardCharsets.UTF_8).strip());
        }
    }

    void awaitAnswer() throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, Object> client = Map.of(
                "bootstrap.servers", "127.0.0.1:" + settings.port(),
                "default.api.timeout.ms", 60_000,
                "request.timeout.ms", 5_000);
        try (Admin admin = Admin.create(client)) {
            admin.listTopics().names().get(60, TimeUnit.SECONDS);
        }
    }

    void stop() {
        server.shutdown();
    }

    void awaitStop() throws IOException {
        server.awaitShutdown();
        claim.close();
    }
}
