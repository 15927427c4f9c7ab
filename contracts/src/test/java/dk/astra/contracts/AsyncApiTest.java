package dk.astra.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** asyncapi.yaml says what the records say. */
class AsyncApiTest {

    private final JsonNode document = new YAMLMapper().readTree(FactFiles.RESOURCES.resolve("asyncapi.yaml"));

    @Test
    void describesEveryStreamWithItsFacts() {
        assertThat(document.get("asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(document.get("channels").propertyNames()).containsExactlyElementsOf(Streams.ALL);
        for (String stream : Streams.ALL) {
            JsonNode channel = document.get("channels").get(stream);
            List<String> types =
                    Facts.BY_STREAM.get(stream).stream().map(Fact::typeOf).toList();
            assertThat(channel.get("address").asString()).isEqualTo(stream);
            assertThat(channel.get("messages").propertyNames()).containsExactlyElementsOf(types);
        }
    }

    @Test
    void namesTheKeyOfEachStreamAsAFieldOfItsFacts() {
        for (Class<? extends Fact> fact : FactFiles.facts().toList()) {
            String key = document.at("/components/messages/" + Fact.typeOf(fact) + "/bindings/kafka/key/description")
                    .asString();
            Class<?> state = fact.getRecordComponents()[0].getType();
            assertThat(state.getRecordComponents()).extracting("name").contains(key);
        }
    }

    @Test
    void refersOnlyToWhatExists() {
        List<String> references = document.findValuesAsString("$ref");
        assertThat(references).hasSizeGreaterThan(40).allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(Files.exists(FactFiles.RESOURCES.resolve(reference)))
                        .as(reference)
                        .isTrue();
            }
        });
    }

    @Test
    void demandsTheHeadersOfCloudEvents() {
        assertThat(document.at("/components/messageTraits/fact/headers/required")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrder(
                        "ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "ce_sequence");
    }
}
