package dk.astra.benchmarks.micro;

import dk.astra.contracts.registrations.RegistrationCreated;
import dk.astra.messaging.FactEncoder;
import dk.astra.messaging.PendingFact;
import dk.astra.testsupport.RegistrationBuilder;
import java.time.Clock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/** A fact frozen for the outbox, beside Jackson writing the same record. */
@State(Scope.Thread)
public class FactEncoding {

    private final JsonMapper json = JsonMapper.builder().build();
    private final FactEncoder encoder = HotPieces.make(FactEncoder.class, json, null, Clock.systemUTC());
    private final RegistrationCreated fact =
            new RegistrationCreated(RegistrationBuilder.aRegistration().build());

    @Benchmark
    public PendingFact ours() {
        return encoder.encode(fact, 1, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    @Benchmark
    public byte[] bare() {
        return json.writeValueAsBytes(fact);
    }
}
