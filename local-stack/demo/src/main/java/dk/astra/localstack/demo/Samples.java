package dk.astra.localstack.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the samples of one folder. */
public final class Samples {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;

    private Samples(Path folder) {
        this.folder = folder;
    }

    /** @throws DemoRefused when the folder holds no samples */
    public static Samples in(Path folder) {
        if (!Files.isRegularFile(folder.resolve("municipalities.json"))) {
            throw new DemoRefused("No samples in " + folder.toAbsolutePath() + ". Name the folder with --samples.");
        }
        return new Samples(folder);
    }

    public List<Municipality> municipalities() {
        return JSON.convertValue(items("municipalities.json"), new TypeReference<>() {});
    }

    public List<Institution> institutions() {
        return JSON.convertValue(items("institutions.json"), new TypeReference<>() {});
    }

    /** @return in order of arrival */
    public List<SignUp> signUps() {
        return JSON.convertValue(items("signups.json"), new TypeReference<>() {});
    }

    public List<SampleMeeting> meetings() {
        return read("meetings.json")
                .get("meetings")
                .valueStream()
                .map(node -> SampleMeeting.of((ObjectNode) node))
                .toList();
    }

    /** The plan as {@code PUT /api/plans/{planId}} takes it, with the dates of 2024. */
    public ObjectNode plan() {
        return (ObjectNode) read("plan.json");
    }

    private JsonNode items(String file) {
        return read(file).get("items");
    }

    private JsonNode read(String file) {
        return JSON.readTree(folder.resolve(file));
    }
}
