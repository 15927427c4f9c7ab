package dk.astra.localstack.demo;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Where the platform is, and what is loaded into it. */
record DemoOptions(
        URI events, URI registrations, URI reports, URI token, Path credentials, Path samples, int concurrency) {

    static final String USAGE = """
            usage: java -jar local-demo.jar --credentials FILE [options]
              --credentials FILE        {"clients": {"cli-organiser": "secret", "cli-administrator": "secret"}}
              --event-url URL           http://localhost:8082
              --registration-url URL    http://localhost:8081
              --reporting-url URL       http://localhost:8084
              --token-url URL           http://localhost:9000/oauth2/token
              --samples DIR             samples/2024
              --concurrency N           sign-ups at a time, 8""";

    private static final Set<String> NAMES = Set.of(
            "--credentials",
            "--event-url",
            "--registration-url",
            "--reporting-url",
            "--token-url",
            "--samples",
            "--concurrency");

    /** @throws DemoRefused with a sentence on what to write instead */
    static DemoOptions of(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!NAMES.contains(arguments[i])) {
                throw new DemoRefused("Unknown option " + arguments[i] + ".\n" + USAGE);
            }
            if (i + 1 == arguments.length) {
                throw new DemoRefused("A value is missing after " + arguments[i] + ".\n" + USAGE);
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        String credentials = given.get("--credentials");
        if (credentials == null) {
            throw new DemoRefused("--credentials is missing.\n" + USAGE);
        }
        return new DemoOptions(
                url(given, "--event-url", "http://localhost:8082"),
                url(given, "--registration-url", "http://localhost:8081"),
                url(given, "--reporting-url", "http://localhost:8084"),
                url(given, "--token-url", "http://localhost:9000/oauth2/token"),
                Path.of(credentials),
                given.containsKey("--samples") ? Path.of(given.getOrDefault("--samples", "")) : usualSamples(),
                concurrency(given.getOrDefault("--concurrency", "8")));
    }

    private static URI url(Map<String, String> given, String name, String usual) {
        String value = given.getOrDefault(name, usual);
        try {
            URI uri = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new DemoRefused(name + " is not a URL: " + value);
    }

    private static int concurrency(String value) {
        if (!value.matches("[1-9]\\d{0,2}")) {
            throw new DemoRefused("--concurrency is a number from 1 to 999, not " + value);
        }
        return Integer.parseInt(value);
    }

    /** In the working folder, or beside the sources this jar was built from. */
    private static Path usualSamples() {
        Path here = Path.of("samples", "2024");
        if (Files.isDirectory(here)) {
            return here;
        }
        Path classes = Path.of(System.getProperty("java.class.path").split(System.getProperty("path.separator"))[0]);
        Path target = classes.toAbsolutePath().normalize().getParent();
        return target == null ? here : target.resolve("../../../samples/2024").normalize();
    }
}
