package dk.astra.messaging;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.messaging.MessagingException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * The one owner of retries of received facts: an outage is waited for without end, a malformed fact is a dead
 * letter at once, any other failure after three tries.
 */
final class RetryAndDeadLetters implements ListenerContainerWithDlqAndRetryCustomizer {

    private static final FixedBackOff NEVER = new FixedBackOff(0, 0);

    private final KafkaTemplate<byte[], byte[]> kafka;

    RetryAndDeadLetters(KafkaTemplate<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    @Override
    public boolean retryAndDlqInBinding(String destination, String group) {
        return false;
    }

    @Override
    public void configure(
            AbstractMessageListenerContainer<?, ?> container,
            String destination,
            String group,
            @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> dlqDestinationResolver,
            @Nullable BackOff backOff) {
        DeadLetterPublishingRecoverer deadLetters = new DeadLetterPublishingRecoverer(
                kafka, (message, failure) -> new TopicPartition(StreamTopics.deadLetters(destination, group), -1));
        deadLetters.setFailIfSendResultIsError(true);
        BiConsumer<ConsumerRecord<?, ?>, Exception> recoverer =
                (message, failure) -> deadLetters.accept(message, reason(failure));
        DefaultErrorHandler errors = new DefaultErrorHandler(recoverer::accept, new FixedBackOff(200, 2));
        errors.setBackOffFunction((message, failure) -> backOffFor(failure));
        container.setCommonErrorHandler(errors);
        // a commit per poll: what a crash lets come again is known by then, and a commit per record is a round trip
        // each
        container.getContainerProperties().setAckMode(ContainerProperties.AckMode.BATCH);
    }

    static BackOff backOffFor(Throwable failure) {
        if (isMalformed(failure)) {
            return NEVER;
        }
        if (isOutage(failure)) {
            ExponentialBackOff patient = new ExponentialBackOff(200, 2);
            patient.setMaxInterval(3_000);
            return patient;
        }
        return new FixedBackOff(200, 2);
    }

    /** What went wrong in the function, without what the frameworks wrapped around it. */
    private static Exception reason(Exception failure) {
        Throwable reason = failure;
        while (reason.getCause() != null
                && (reason instanceof KafkaException || reason instanceof MessagingException)) {
            reason = reason.getCause();
        }
        return reason instanceof Exception told ? told : failure;
    }

    private static boolean isMalformed(@Nullable Throwable failure) {
        return failure != null && (failure instanceof MalformedFact || isMalformed(failure.getCause()));
    }

    static boolean isOutage(@Nullable Throwable failure) {
        if (failure == null || failure instanceof DuplicateKeyException) {
            return false;
        }
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || failure instanceof com.mongodb.MongoException
                || failure instanceof java.io.IOException
                || isOutage(failure.getCause());
    }
}
