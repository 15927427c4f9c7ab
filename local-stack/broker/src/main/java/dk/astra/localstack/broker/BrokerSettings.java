package dk.astra.localstack.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** What the command line asks for, and the Kafka properties that follow from it. */
record BrokerSettings(int port, int controllerPort, Path data) {

    private static final long LEAST_FREE_BYTES = 64L * 1024 * 1024;
    private static final String USAGE = "Usage: java -jar local-broker.jar --port N --controller-port M --data DIR";

    static BrokerSettings parse(String... args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            given.put(args[i], args[i + 1]);
        }
        if (args.length != 6 || !given.keySet().equals(Set.of("--port", "--controller-port", "--data"))) {
            throw new IllegalArgumentException(USAGE);
        }
        return new BrokerSettings(
                port("--port", given), port("--controller-port", given), Path.of(required("--data", given)));
    }

    private static int port(String option, Map<String, String> given) {
        String value = required(option, given);
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535) {
            throw new IllegalArgumentException(option + " needs a number from 1 to 65535, not “" + value + "”.");
        }
        return Integer.parseInt(value);
    }

    private static String required(String option, Map<String, String> given) {
        String value = given.get(option);
        if (value == null) {
            throw new IllegalArgumentException(USAGE);
        }
        return value;
    }

    void checkMachine() throws IOException {
        for (int wanted : new int[] {port, controllerPort}) {
            try (ServerSocket probe = new ServerSocket()) {
                probe.setReuseAddress(true);
                probe.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), wanted));
            } catch (IOException inUse) {
                throw new IllegalArgumentException(
                        "Port " + wanted + " is in use. Stop the program that holds it, or choose another port.",
                        inUse);
            }
        }
        if (LocalBroker.freeBytes(data) < LEAST_FREE_BYTES) {
            throw new IllegalArgumentException("The disk with " + data.toAbsolutePath()
                    + " is full, so the broker could not keep what it is given. Make room and start again.");
        }
    }

    Properties kafkaProperties() {
        Properties kafka = new Properties();
        kafka.put("process.roles", "broker,controller");
        kafka.put("node.id", "1");
        kafka.put("controller.quorum.bootstrap.servers", "127.0.0.1:" + controllerPort);
        kafka.put("controller.listener.names", "CONTROLLER");
        kafka.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        kafka.put(
                "advertised.listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        kafka.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        kafka.put("log.dirs", data.resolve("log").toAbsolutePath().toString());
        kafka.put("auto.create.topics.enable", "false");
        kafka.put("num.partitions", "3");
        // facts are kept for good, and so is how far each group has read, also when the stack rests for months
        kafka.put("log.retention.ms", "-1");
        kafka.put("log.retention.bytes", "-1");
        kafka.put("offsets.retention.minutes", String.valueOf(Integer.MAX_VALUE));
        kafka.put("offsets.topic.num.partitions", "4");
        kafka.put("offsets.topic.replication.factor", "1");
        kafka.put("transaction.state.log.num.partitions", "4");
        kafka.put("transaction.state.log.replication.factor", "1");
        kafka.put("transaction.state.log.min.isr", "1");
        kafka.put("share.coordinator.state.topic.num.partitions", "4");
        kafka.put("share.coordinator.state.topic.replication.factor", "1");
        kafka.put("share.coordinator.state.topic.min.isr", "1");
        kafka.put("group.initial.rebalance.delay.ms", "0");
        // a consumer killed with -9 gives its partitions up after this time at the latest
        kafka.put("group.min.session.timeout.ms", "3000");
        // after kill -9 the new process may not register before the old one's session is over (9 s by default)
        kafka.put("broker.session.timeout.ms", "2500");
        kafka.put("broker.heartbeat.interval.ms", "500");
        kafka.put("log.segment.bytes", String.valueOf(64 * 1024 * 1024));
        kafka.put("log.index.size.max.bytes", String.valueOf(1024 * 1024));
        kafka.put("log.cleaner.dedupe.buffer.size", String.valueOf(8 * 1024 * 1024));
        kafka.put("num.network.threads", "2");
        kafka.put("num.io.threads", "4");
        return kafka;
    }
}
