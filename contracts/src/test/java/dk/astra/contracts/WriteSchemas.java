package dk.astra.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * Writes the schemas anew after a fact has got a field; run in the folder of this module:
 * {@code java -cp target/classes:target/test-classes:... dk.astra.contracts.WriteSchemas}, or from an editor.
 */
final class WriteSchemas {

    private WriteSchemas() {}

    public static void main(String[] arguments) {
        FactFiles.facts().forEach(fact -> {
            try {
                Files.createDirectories(FactFiles.schema(fact).getParent());
                Files.writeString(FactFiles.schema(fact), FactFiles.pretty(FactSchema.of(fact)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
