package dk.astra.benchmarks.micro;

import dk.astra.contracts.registrations.RegistrationCreated;
import dk.astra.messaging.Effect;
import dk.astra.messaging.MessageDispatcher;
import dk.astra.messaging.Poll;
import dk.astra.testsupport.RegistrationBuilder;
import dk.astra.testsupport.StreamRecord;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.databind.json.JsonMapper;

/** A fact of a whole poll, beside Jackson reading the same records. */
@State(Scope.Thread)
public class BatchDispatch {

    private static final int FACTS = 500;

    private final JsonMapper json = JsonMapper.builder().build();
    private final byte[] body = json.writeValueAsBytes(
            new RegistrationCreated(RegistrationBuilder.aRegistration().build()));
    private final Poll poll = new Poll(Collections.nCopies(FACTS, polled(body)));
    private final Consumer<Poll> function = HotPieces.make(MessageDispatcher.class, json, new SimpleMeterRegistry())
            .<RegistrationCreated>forBatches("measured", facts -> Collections.nCopies(facts.size(), Effect.APPLIED))
            .on(RegistrationCreated.class, (fact, headers) -> fact)
            .build();

    private static ConsumerRecord<byte[], byte[]> polled(byte[] body) {
        ConsumerRecord<byte[], byte[]> polled = new ConsumerRecord<>("registrations", 0, 0, new byte[0], body);
        StreamRecord.headers("registration.created.v1", "0b0f9f3c-6f5e-4a57-9a5d-0c6c1f2e7d11", 1)
                .forEach((name, value) -> polled.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return polled;
    }

    @Benchmark
    @OperationsPerInvocation(FACTS)
    public void ours() {
        function.accept(poll);
    }

    @Benchmark
    @OperationsPerInvocation(FACTS)
    public void bare(Blackhole sink) {
        for (int i = 0; i < FACTS; i++) {
            sink.consume(json.readValue(body, RegistrationCreated.class));
        }
    }
}
