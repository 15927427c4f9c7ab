package dk.astra.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What a service gets by having this module on its class path. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({OutboxSettings.class, StreamSettings.class, KafkaProperties.class})
class ReliableMessagingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * A store that hangs is an outage, not a wait without end: who asks is told within 13 s at most. An election of a
     * replica set takes longer than the first limit and is told so too; what the URI says goes first.
     */
    @Bean
    @Order(-10)
    MongoClientSettingsBuilderCustomizer storeTimeLimits() {
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(8, TimeUnit.SECONDS));
    }

    @Bean
    DefaultKafkaProducerFactory<byte[], byte[]> factProducerFactory(KafkaProperties kafka) {
        Map<String, Object> properties = kafka.buildProducerProperties();
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new DefaultKafkaProducerFactory<>(properties);
    }

    @Bean
    KafkaTemplate<byte[], byte[]> factTemplate(DefaultKafkaProducerFactory<byte[], byte[]> factProducerFactory) {
        return new KafkaTemplate<>(factProducerFactory);
    }

    @Bean
    FactEncoder factEncoder(JsonMapper json, ObjectProvider<Tracer> tracer, Clock clock) {
        return new FactEncoder(json, tracer.getIfAvailable(), clock);
    }

    @Bean
    MessageDispatcher messageDispatcher(JsonMapper json, MeterRegistry meters) {
        return new MessageDispatcher(json, meters);
    }

    /** Named by bindings in batch mode. */
    @Bean
    PollConverter polls() {
        return new PollConverter();
    }

    @Bean
    Outboxes outboxes(
            MongoTemplate mongo,
            KafkaTemplate<byte[], byte[]> factTemplate,
            FactEncoder encoder,
            OutboxSettings settings,
            Clock clock,
            MeterRegistry meters,
            @Value("${spring.application.name}") String applicationName) {
        return new Outboxes(mongo, factTemplate, new RecordFactory(applicationName), encoder, settings, clock, meters);
    }

    @Bean
    StreamTopics streamTopics(
            KafkaAdmin admin, BindingServiceProperties bindings, StreamSettings settings, Outboxes outboxes) {
        return new StreamTopics(admin, bindings, settings, outboxes);
    }

    @Bean
    RetryAndDeadLetters retryAndDeadLetters(KafkaTemplate<byte[], byte[]> factTemplate) {
        return new RetryAndDeadLetters(factTemplate);
    }

    @Bean
    StreamHealth streamsHealthIndicator(
            KafkaAdmin admin, StreamTopics topics, Outboxes outboxes, Clock clock, MeterRegistry meters) {
        return new StreamHealth(admin, topics, outboxes, clock, meters);
    }
}
