package dk.astra.messaging;

import dk.astra.contracts.Fact;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the records of a stream into facts and hands each to its handler.
 *
 * <p>Counter {@code facts.received}, tags {@code function} and {@code outcome}: every record delivered to the
 * function is counted once, as {@code applied}, {@code repeated}, {@code skipped} (a type this service does not
 * follow, or a tombstone), {@code malformed} (dead letter at once) or {@code failed} (will be delivered again, or
 * dead letter after the last try; of a poll taken whole, those behind a fault come again and are not counted yet).
 */
public final class MessageDispatcher {

    private static final Logger log = LoggerFactory.getLogger(MessageDispatcher.class);

    private final FactReader reader;
    private final MeterRegistry meters;

    MessageDispatcher(JsonMapper json, MeterRegistry meters) {
        this.reader = new FactReader(json);
        this.meters = meters;
    }

    /** Starts the table of contents of a stream function. */
    public Builder forFunction(String name) {
        return new Builder(name);
    }

    /** The same for a function that takes whole polls; every fact in one goes to the handler together. */
    public <R> BatchFunction<R> forBatches(String name, BatchHandler<R> handler) {
        return new BatchFunction<>(reader, new ReceivedFacts(meters, name), handler);
    }

    /** Collects one handler per type of fact. */
    public final class Builder {

        private final String function;
        private final ReceivedFacts received;
        private final Map<String, Route<?>> routes = new HashMap<>();

        private Builder(String function) {
            this.function = function;
            this.received = new ReceivedFacts(meters, function);
        }

        public <T extends Fact> Builder on(Class<T> type, FactHandler<T> handler) {
            routes.put(Fact.typeOf(type), new Route<>(type, handler));
            return this;
        }

        public Consumer<Message<byte[]>> build() {
            return this::receive;
        }

        private void receive(Message<?> message) {
            String outcome = ReceivedFacts.FAILED;
            try {
                outcome = dispatch(message);
            } catch (MalformedFact e) {
                outcome = ReceivedFacts.MALFORMED;
                throw e;
            } finally {
                received.count(outcome, 1);
            }
        }

        private String dispatch(Message<?> message) {
            String type = FactHeaders.text(message.getHeaders(), FactHeaders.TYPE);
            if (!(message.getPayload() instanceof byte[] body)) {
                return ReceivedFacts.SKIPPED;
            }
            if (type != null && !routes.containsKey(type)) {
                log.debug("{} does not follow {}", function, type);
                return ReceivedFacts.SKIPPED;
            }
            FactHeaders headers = FactHeaders.of(message.getHeaders());
            Route<?> route = routes.get(headers.type());
            if (route == null) {
                return ReceivedFacts.SKIPPED;
            }
            return route.handle(body, headers) == Effect.APPLIED ? ReceivedFacts.APPLIED : ReceivedFacts.REPEATED;
        }
    }

    private final class Route<T extends Fact> {

        private final Class<T> type;
        private final FactHandler<T> handler;

        private Route(Class<T> type, FactHandler<T> handler) {
            this.type = type;
            this.handler = handler;
        }

        private Effect handle(byte[] body, FactHeaders headers) {
            return handler.handle(reader.read(body, type, headers), headers);
        }
    }
}
