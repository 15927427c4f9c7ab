package dk.astra.systemtests;

import dk.astra.localstack.launcher.LocalStack;
import dk.astra.localstack.launcher.Progress;
import dk.astra.localstack.launcher.StackProcess;
import dk.astra.testsupport.Json;
import dk.astra.testsupport.Mail;
import dk.astra.testsupport.OnFirstUse;
import dk.astra.testsupport.embedded.LocalMails;
import dk.astra.testsupport.embedded.LocalStackJars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The whole platform as processes of its own, on ports and data that nobody else uses. */
public final class Stack implements AutoCloseable {

    /** Below the ports that the system gives to clients, beside those of {@code ./tilmelding up}. */
    private static final int OFFSET_OF_TESTS = Integer.getInteger("stack.offset", 1_500);

    private static final int OFFSET_OF_DRILLS = 2_500;
    private static final String REGISTRATION_SERVICE = "registration-service";
    private static final String SECOND = "registration-service-2";
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(3);

    private static final OnFirstUse<Stack> SHARED = new OnFirstUse<>(() -> {
        Stack stack = start("tests", OFFSET_OF_TESTS, Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        return stack;
    });

    private record Token(String value, Instant until) {}

    private final LocalStack processes;
    private final Path data;
    private final int offset;
    private final Map<String, Map<String, String>> wiring = new ConcurrentHashMap<>();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final OnFirstUse<Integer> demo = new OnFirstUse<>(this::runDemo);

    private Stack(LocalStack processes, Path data, int offset) {
        this.processes = processes;
        this.data = data;
        this.offset = offset;
    }

    /** The one of all tests of this JVM, started on first use and stopped with the JVM. */
    public static Stack shared() {
        return SHARED.get();
    }

    /**
     * A new one without data for drills; services get the variables besides the usual ones. The embedded store keeps
     * its indexes in memory, and its usual heap is full after some 50 000 sign-ups with all that follows: here it has
     * room for a day of drills.
     */
    public static Stack forDrill(Map<String, Map<String, String>> wiring) {
        Map<String, Map<String, String>> all = new HashMap<>(wiring);
        all.put("store", Map.of("_JAVA_OPTIONS", "-Xmx6g"));
        return start("drill", OFFSET_OF_DRILLS, all);
    }

    /** Where {@link #forDrill} has what {@code ./tilmelding up} has on the given port. */
    public static int drillPort(int unmoved) {
        return unmoved + OFFSET_OF_DRILLS;
    }

    private static Stack start(String name, int offset, Map<String, Map<String, String>> wiring) {
        Path data = LocalStackJars.root().resolve("system-tests/target/stack-" + name);
        try (LocalStack before = LocalStack.in(LocalStackJars.root(), data)) {
            // what a run left behind that was itself killed
            before.stopAll();
        }
        Remains.of(data).clear();
        LocalStack processes = LocalStack.in(LocalStackJars.root(), data).withPortOffset(offset);
        processes.withProgress(new Progress() {
            @Override
            public void ready(String process, Duration after, int port) {
                System.out.printf("  %-24s ready on %d after %.1f s%n", process, port, after.toMillis() / 1000.0);
            }
        });
        Stack stack = new Stack(processes, data, offset);
        stack.wire(wiring);
        processes.startAll();
        return stack;
    }

    /** The folder of the sources. */
    public Path root() {
        return LocalStackJars.root();
    }

    /** The folder with everything this stack writes. */
    public Path data() {
        return data;
    }

    /** An address of a process, of a second instance of a service too. */
    public URI at(String process, String path) {
        return processes.url(process).resolve(path);
    }

    public URI events(String path) {
        return at("event-service", path);
    }

    public URI registrations(String path) {
        return at(REGISTRATION_SERVICE, path);
    }

    public URI secondRegistrations(String path) {
        return at(SECOND, path);
    }

    public URI notifications(String path) {
        return at("notification-service", path);
    }

    public URI reports(String path) {
        return at("reporting-service", path);
    }

    public URI portal(String path) {
        return at("portal", path);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + processes.process("broker").port();
    }

    public String mongo(String database) {
        return "mongodb://127.0.0.1:" + processes.process("store").port() + "/" + database
                + "?uuidRepresentation=standard";
    }

    /** Headers of a member of staff: {@code ORGANISER}, {@code MANAGER} or {@code ADMINISTRATOR}. */
    public Map<String, String> as(String role) {
        Token token = tokens.compute(
                role,
                (ignored, known) -> known != null && known.until().isAfter(Instant.now())
                        ? known
                        : new Token(processes.token(role), Instant.now().plus(TOKEN_LIFE)));
        return Map.of("Authorization", "Bearer " + token.value());
    }

    /** User names of staff with their passwords. */
    public Map<String, String> signIns() {
        return processes.signIns();
    }

    /** What arrived for an address, oldest first. */
    public List<Mail> mails(String to) {
        return LocalMails.read(processes.url("mail"), "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    }

    /** Everything that arrived since a moment, without content. */
    public List<MailLine> mailLines(Instant since) {
        List<MailLine> lines = new ArrayList<>();
        for (JsonNode mail : Json.get(at("mail", "/api/mails?parts=false&since=" + since))) {
            lines.add(new MailLine(
                    mail.path("messageId").asString(""),
                    mail.path("to").path(0).asString(""),
                    mail.path("subject").asString(""),
                    Instant.parse(mail.path("receivedAt").asString())));
        }
        return lines;
    }

    /** Ends a process at once, as a power cut would. */
    public void kill9(String process) {
        processes.kill9(process);
    }

    /** Starts a killed process again as it was; returns when it is ready. */
    public void start(String process) {
        processes.restart(process);
    }

    /** Stops a process, if it runs, and starts it with these variables instead of those of an earlier start. */
    public void startAgain(String process, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(wiring.getOrDefault(process, Map.of()));
        all.putAll(environment);
        processes.environment(process, all);
        processes.restart(process);
    }

    public void startSecondRegistrationService() {
        startAnother(REGISTRATION_SERVICE, SECOND, 8_091);
    }

    /** A further instance of a service; its port is moved as all others are. */
    public void startAnother(String service, String name, int port) {
        processes.startAnother(service, name, port + offset, wiring.getOrDefault(service, Map.of()));
    }

    public void stop(String process) {
        processes.stop(process);
    }

    /** Freezes a process until {@link #resume}. */
    public void pause(String process) {
        processes.pause(process);
    }

    public void resume(String process) {
        processes.resume(process);
    }

    public boolean isAlive(String process) {
        return processes.isAlive(process);
    }

    /** The process as the system knows it: number, memory, log. */
    public StackProcess process(String process) {
        return processes.process(process);
    }

    /** The port as if it were the one of {@code ./tilmelding up}, moved as all others are. */
    public int port(int unmoved) {
        return unmoved + offset;
    }

    /** Gives services other addresses of their neighbours, from their next start on. */
    public void wire(Map<String, Map<String, String>> variables) {
        wiring.putAll(variables);
        variables.forEach(processes::environment);
    }

    public void stopSecondRegistrationService() {
        processes.stop(SECOND);
    }

    /** Loads {@code samples/2024} through the public interfaces, once. */
    public void loadDemo() {
        if (demo.get() != 0) {
            throw new AssertionError("the demo loader ended with " + demo.get());
        }
    }

    private int runDemo() {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx128m",
                            "-jar",
                            LocalStackJars.jar("demo").toString(),
                            "--event-url",
                            processes.url("event-service").toString(),
                            "--registration-url",
                            processes.url(REGISTRATION_SERVICE).toString(),
                            "--reporting-url",
                            processes.url("reporting-service").toString(),
                            "--token-url",
                            at("sign-in", "/oauth2/token").toString(),
                            "--credentials",
                            processes.credentials().toString())
                    .directory(root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("demo.txt").toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        processes.stopAll();
    }
}
