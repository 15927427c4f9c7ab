package dk.astra.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dk.astra.contracts.meetings.MeetingScheduled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Stream<Class<? extends Fact>> facts() {
        return FactFiles.facts();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void agreesWithTheRecords(Class<? extends Fact> fact) throws IOException {
        assertThat(Files.readString(FactFiles.schema(fact)))
                .as("run WriteSchemas after a record has got an optional field")
                .isEqualTo(FactFiles.pretty(FactSchema.of(fact)));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void acceptsEverySample(Class<? extends Fact> fact) throws IOException {
        for (Path sample : FactFiles.samples(fact)) {
            assertThat(schema(fact).validate(Files.readString(sample), InputFormat.JSON))
                    .as(sample.toString())
                    .isEmpty();
        }
    }

    @Test
    void describesNothingThatIsNotPublished() throws IOException {
        try (Stream<Path> files = Files.list(FactFiles.RESOURCES.resolve("schema"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            facts().map(fact -> Fact.typeOf(fact) + ".json").toList());
        }
    }

    /** Negative control of {@link #acceptsEverySample}. */
    @Test
    void refusesWhatIsMissingOrOfAnotherKind() throws IOException {
        String good = Files.readString(FactFiles.samples(MeetingScheduled.class).get(0));
        Schema schema = schema(MeetingScheduled.class);
        assertThat(schema.validate(good.replace("\"meetingId\"", "\"meeting-id\""), InputFormat.JSON))
                .hasSize(1);
        assertThat(schema.validate(good.replace("\"capacity\": 60", "\"capacity\": \"60\""), InputFormat.JSON))
                .hasSize(1);
        assertThat(schema.validate(good.replace("THEME_DAY", "PARTY"), InputFormat.JSON))
                .hasSize(1);
    }

    private Schema schema(Class<? extends Fact> fact) throws IOException {
        return registry.getSchema(Files.readString(FactFiles.schema(fact)), InputFormat.JSON);
    }
}
