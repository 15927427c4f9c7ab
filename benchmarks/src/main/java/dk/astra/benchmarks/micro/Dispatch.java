package dk.astra.benchmarks.micro;

import dk.astra.contracts.registrations.RegistrationCreated;
import dk.astra.messaging.Effect;
import dk.astra.messaging.MessageDispatcher;
import dk.astra.testsupport.RegistrationBuilder;
import dk.astra.testsupport.StreamRecord;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import tools.jackson.databind.json.JsonMapper;

/** A received fact read, counted and handed to its handler one by one, beside Jackson reading the same record. */
@State(Scope.Thread)
public class Dispatch {

    private final JsonMapper json = JsonMapper.builder().build();
    private final byte[] body = json.writeValueAsBytes(
            new RegistrationCreated(RegistrationBuilder.aRegistration().build()));
    private final Message<byte[]> message = MessageBuilder.withPayload(body)
            .copyHeaders(new HashMap<>(
                    StreamRecord.headers("registration.created.v1", "0b0f9f3c-6f5e-4a57-9a5d-0c6c1f2e7d11", 1)))
            .build();
    private final Consumer<Message<byte[]>> function = HotPieces.make(
                    MessageDispatcher.class, json, new SimpleMeterRegistry())
            .forFunction("measured")
            .on(RegistrationCreated.class, (fact, headers) -> Effect.APPLIED)
            .build();

    @Benchmark
    public void ours() {
        function.accept(message);
    }

    @Benchmark
    public RegistrationCreated bare() {
        return json.readValue(body, RegistrationCreated.class);
    }
}
