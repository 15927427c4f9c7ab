package dk.astra.systemtests.drills;

import dk.astra.systemtests.Stack;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What consumers laid aside. */
final class DeadLetters {

    private static final String ENDING = ".dead";

    private DeadLetters() {}

    static long count(Stack stack) {
        return count(stack, "");
    }

    /** Those of one consumer group, or of all for an empty name. */
    static long count(Stack stack, String group) {
        String ending = group.isEmpty() ? ENDING : "." + group + ENDING;
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().endsWith(ending))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
