package dk.astra.localstack.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a part. */
record JavaCommand(Layout layout, Ports ports) {

    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** A heap that grows with what is in use instead of beginning at its maximum, and what malloc keeps is given back. */
    private static final List<String> SMALL_AT_REST = List.of(
            "-Xms40m", "-XX:MinHeapFreeRatio=15", "-XX:MaxHeapFreeRatio=30", "-XX:TrimNativeHeapInterval=10000");

    /** Settings of the virtual machine; a start cache is good for exactly these. */
    static List<String> machine(Part part) {
        List<String> options = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                part == Part.STORE ? "-Xmx512m" : "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.timezone=UTC"));
        // the store serves bursts, so it gets the better compiler; without -Xms a JVM begins with 1/64 of the machine
        options.add(part == Part.STORE ? "-Xms32m" : "-XX:TieredStopAtLevel=1");
        if (part.isService()) {
            options.addAll(SMALL_AT_REST);
        }
        return List.copyOf(options);
    }

    List<String> of(Part part, Path jar, List<String> more) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            // neither Ctrl-C nor a closed terminal reaches the processes: the launcher stops them in order
            command.add("/usr/bin/setsid");
        }
        command.add(JAVA.toString());
        command.addAll(machine(part));
        command.addAll(more);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments(part, layout.data(), ports));
        return command;
    }

    static List<String> arguments(Part part, Path data, Ports ports) {
        String port = String.valueOf(ports.of(part));
        return switch (part) {
            case STORE ->
                List.of("--port", port, "--file", data.resolve("store/store").toString());
            case BROKER ->
                List.of(
                        "--port",
                        port,
                        "--controller-port",
                        String.valueOf(ports.of(part, 1)),
                        "--data",
                        data.resolve("broker").toString());
            case MAIL ->
                List.of(
                        "--port",
                        port,
                        "--web-port",
                        String.valueOf(ports.of(part, 1)),
                        "--data",
                        data.resolve("mail").toString());
            case SIGN_IN ->
                List.of(
                        "--port",
                        port,
                        "--data",
                        data.resolve("sign-in").toString(),
                        "--portal-url",
                        ports.url(Part.PORTAL));
            case EVENT_SERVICE, REGISTRATION_SERVICE, NOTIFICATION_SERVICE, REPORTING_SERVICE, PORTAL -> List.of();
        };
    }
}
