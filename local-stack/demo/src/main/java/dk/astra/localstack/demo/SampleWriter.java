package dk.astra.localstack.demo;

import dk.astra.localstack.demo.invention.InventedInstitutions;
import dk.astra.localstack.demo.invention.InventedSignUps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code institutions.json} and {@code signups.json}; the other samples are written by hand. The seed is
 * fixed, so a second run changes nothing.
 */
public final class SampleWriter {

    private static final long SEED = 2024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private SampleWriter() {}

    /** @param arguments the folder of the samples; {@code samples/2024} when absent */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "samples/2024");
        List<Municipality> municipalities = Samples.in(folder).municipalities();
        Random random = new Random(SEED);
        List<Institution> institutions = InventedInstitutions.invent(municipalities, random);
        List<SignUp> signUps = InventedSignUps.invent(municipalities, institutions, random);
        Files.writeString(folder.resolve("institutions.json"), aLineEach(institutions));
        Files.writeString(folder.resolve("signups.json"), aLineEach(signUps));
        System.out.printf("%d institutions, %d sign-ups%n", institutions.size(), signUps.size());
    }

    private static String aLineEach(List<?> items) {
        return items.stream()
                .map(item -> "  " + JSON.writeValueAsString(item))
                .collect(Collectors.joining(",\n", "{\"items\": [\n", "\n]}\n"));
    }
}
