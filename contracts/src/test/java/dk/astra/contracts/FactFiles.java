package dk.astra.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The facts and the files that describe them. */
final class FactFiles {

    static final Path RESOURCES = Path.of("src/main/resources");

    private FactFiles() {}

    static Stream<Class<? extends Fact>> facts() {
        return Streams.ALL.stream().flatMap(stream -> Facts.BY_STREAM.get(stream).stream());
    }

    static Path schema(Class<? extends Fact> fact) {
        return RESOURCES.resolve("schema").resolve(Fact.typeOf(fact) + ".json");
    }

    static List<Path> samples(Class<? extends Fact> fact) {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("samples").resolve(Fact.typeOf(fact)))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String pretty(JsonNode node) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return JsonMapper.builder()
                        .defaultPrettyPrinter(printer)
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(node)
                + "\n";
    }
}
