package dk.astra.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.astra.contracts.registrations.RegistrationCreated;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every sample ever published stays readable; what was published is never edited. */
class SamplesTest {

    private static final Path FROZEN = Path.of("src/test/resources/frozen-samples.txt");

    private final JsonMapper json = JsonMapper.shared();

    static Stream<Class<? extends Fact>> facts() {
        return FactFiles.facts();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void readsAndWritesTheSame(Class<? extends Fact> fact) throws IOException {
        List<Path> samples = FactFiles.samples(fact);
        assertThat(samples).isNotEmpty();
        for (Path sample : samples) {
            String text = Files.readString(sample);
            Fact read = json.readValue(text, fact);
            String written = json.writeValueAsString(read);
            assertThat(comparable(json.readTree(written)))
                    .as(sample.toString())
                    .isEqualTo(comparable(json.readTree(text)));
            assertThat(json.readValue(written, fact)).isEqualTo(read);
        }
    }

    @ParameterizedTest
    @MethodSource("facts")
    void ignoresFieldsItDoesNotKnow(Class<? extends Fact> fact) throws IOException {
        String text = Files.readString(FactFiles.samples(fact).get(0));
        ObjectNode later = (ObjectNode) json.readTree(text);
        addUnknown(later);
        assertThat(json.treeToValue(later, fact)).isEqualTo(json.readValue(text, fact));
    }

    /** Negative control: a sample without a required field is not readable. */
    @Test
    void refusesASampleWithoutARequiredField() throws IOException {
        ObjectNode broken = (ObjectNode) json.readTree(
                Files.readString(FactFiles.samples(RegistrationCreated.class).get(0)));
        ((ObjectNode) broken.get("registration")).remove("status");
        assertThatThrownBy(() -> json.treeToValue(broken, RegistrationCreated.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void hasASampleFolderForEachTypeAndNoOther() throws IOException {
        try (Stream<Path> folders = Files.list(FactFiles.RESOURCES.resolve("samples"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            facts().map(Fact::typeOf).toList());
        }
    }

    @Test
    void editsNoSampleThatWasPublished() throws Exception {
        Map<String, String> published = new TreeMap<>();
        for (String line : Files.readAllLines(FROZEN)) {
            published.put(line.substring(65), line.substring(0, 64));
        }
        Map<String, String> present = new TreeMap<>();
        for (Class<? extends Fact> fact : facts().toList()) {
            for (Path sample : FactFiles.samples(fact)) {
                present.put(Fact.typeOf(fact) + "/" + sample.getFileName(), checksum(sample));
            }
        }
        assertThat(present)
                .as("samples are append-only: add a new number, and its line to %s", FROZEN)
                .isEqualTo(published);
    }

    private static String checksum(Path file) throws Exception {
        byte[] bytes = Files.readString(file).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Without what is null or an empty collection, which is the same as absent, and with sets in one order. */
    private static JsonNode comparable(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode without = JsonMapper.shared().createObjectNode();
            object.properties().stream()
                    .filter(field -> !field.getValue().isNull() && !isEmptyArray(field.getValue()))
                    .forEach(field -> without.set(field.getKey(), comparable(field.getValue())));
            return without;
        }
        if (node instanceof ArrayNode array && array.valueStream().allMatch(JsonNode::isString)) {
            List<String> values =
                    new ArrayList<>(array.valueStream().map(JsonNode::asString).toList());
            values.sort(null);
            return JsonMapper.shared().valueToTree(values);
        }
        if (node instanceof ArrayNode array) {
            return JsonMapper.shared()
                    .valueToTree(
                            array.valueStream().map(SamplesTest::comparable).collect(Collectors.toList()));
        }
        return node;
    }

    private static boolean isEmptyArray(JsonNode node) {
        return node.isArray() && node.isEmpty();
    }

    private static void addUnknown(ObjectNode object) {
        object.valueStream().filter(ObjectNode.class::isInstance).forEach(child -> addUnknown((ObjectNode) child));
        object.putObject("addedLater").put("depth", 1);
    }
}
