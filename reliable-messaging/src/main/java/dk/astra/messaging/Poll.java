package dk.astra.messaging;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What one poll of a stream brought, in order per partition: the input of a function that follows it in batches
 * ({@link MessageDispatcher#forBatches}). Its binding says {@code batch-mode}, {@code use-native-decoding} and
 * {@code converter-bean-name: polls}.
 */
public record Poll(List<ConsumerRecord<byte[], byte[]>> records) {

    public Poll {
        records = List.copyOf(records);
    }

    /** Nothing of the records: frameworks log a message that failed. */
    @Override
    public String toString() {
        return "poll of " + records.size() + " records";
    }
}
