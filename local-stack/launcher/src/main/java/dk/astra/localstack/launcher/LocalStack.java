package dk.astra.localstack.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The whole of Tilmelding on this machine: starts, kills, restarts and stops its processes. Behind {@code ./tilmelding},
 * and for system tests and drills:
 *
 * <pre>{@code
 * try (LocalStack stack = LocalStack.in(tempDir).withPortOffset(300)) {
 *     stack.environment("registration-service", Map.of("OUTBOX_SWEEP", "5s"));
 *     stack.startAll();
 *     stack.startAnother("registration-service", "registration-service-2", 8581, Map.of());
 *     stack.kill9("broker");
 *     stack.restart("broker");
 * }
 * }</pre>
 */
public final class LocalStack implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    private final Layout layout;
    private final Map<String, Map<String, String>> overrides = new ConcurrentHashMap<>();
    private final Readiness readiness = new Readiness();
    private Ports ports;
    private Progress progress = Progress.NONE;
    private StackState state;
    private volatile boolean closing;

    private LocalStack(Layout layout) {
        this.layout = layout;
        this.state = Json.read(layout.state(), StackState.class).orElse(StackState.NOTHING);
        this.ports = new Ports(state.portOffset());
    }

    /** The stack whose data lies in the folder, running or not; programs are taken from this repository. */
    public static LocalStack in(Path data) {
        return in(Layout.ownRepository(), data);
    }

    public static LocalStack in(Path repository, Path data) {
        return new LocalStack(Layout.of(repository, data));
    }

    /** Moves every port by the offset; a running stack keeps the ports it has. */
    public LocalStack withPortOffset(int offset) {
        if (running().isEmpty()) {
            ports = new Ports(offset);
            state = new StackState(offset, List.of());
        }
        return this;
    }

    public LocalStack withProgress(Progress watching) {
        progress = watching;
        return this;
    }

    /** Variables a process gets from its next start on, besides or instead of the usual ones. */
    public LocalStack environment(String name, Map<String, String> variables) {
        overrides.put(name, Map.copyOf(variables));
        return this;
    }

    /** The names of all processes, in the order in which they start. */
    public static List<String> names() {
        return Arrays.stream(Part.values()).map(Part::label).toList();
    }

    public void startAll() {
        start(names());
    }

    /** Starts those of the named processes that do not run, and returns when all are ready; else nothing stays started. */
    public void start(List<String> names) {
        layout.prepare();
        environment().prepare();
        List<Part> missing = Arrays.stream(Part.values())
                .filter(part -> names.contains(part.label()))
                .filter(part -> !isAlive(part.label()))
                .toList();
        names.forEach(Part::named);
        missing.forEach(ports::checkFree);
        new StartOrder(missing).start(this);
    }

    public StackProcess start(String name) {
        start(List.of(name));
        return process(name);
    }

    /** A further instance of a service, under its own name and port, against the same infrastructure. */
    public StackProcess startAnother(String service, String name, int port, Map<String, String> variables) {
        Part part = Part.named(service);
        if (!part.isService()) {
            throw new CannotStart(service + " runs once only.", "Start another instance of a service.");
        }
        Ports.checkFree(name, port);
        overrides.put(name, Map.copyOf(variables));
        return launch(part, name, port);
    }

    public StackProcess process(String name) {
        return find(name)
                .orElseThrow(() -> new CannotStart(name + " was not started.", "Start it with ./tilmelding up."));
    }

    Optional<StackProcess> find(String name) {
        return current().find(name).map(StackProcess::new);
    }

    public boolean isAlive(String name) {
        return find(name).map(StackProcess::isAlive).orElse(false);
    }

    /** Ends a process at once, as a power cut would. */
    public void kill9(String name) {
        process(name).kill9();
    }

    /** Starts a process again where it was, after {@link #kill9} or instead of a running one. */
    public StackProcess restart(String name) {
        StackProcess before = process(name);
        if (before.isAlive()) {
            before.stop(STOP_WITHIN);
        }
        return launch(Part.named(before.entry().part()), name, before.port());
    }

    /** Stops one process in order. */
    public void stop(String name) {
        stop(process(name));
    }

    public List<StackProcess> running() {
        return current().processes().stream()
                .map(StackProcess::new)
                .filter(StackProcess::isAlive)
                .toList();
    }

    /** Services first, so that what they acknowledged reaches broker and store before these stop. */
    public void stopAll() {
        closing = true;
        StartOrder.stop(running(), this::stop);
        current().processes().forEach(entry -> change(known -> known.without(entry.name())));
        closing = false;
    }

    @Override
    public void close() {
        stopAll();
    }

    /** Where the process answers; for mail the page. */
    public URI url(String name) {
        return find(name)
                .filter(process -> !Part.find(name).isPresent())
                .map(process -> URI.create("http://localhost:" + process.port()))
                .orElseGet(() -> URI.create(ports.url(Part.named(name))));
    }

    /** A bearer token of {@code organiser}, {@code manager} or {@code administrator}. */
    public String token(String role) {
        return new Tokens(ports, environment().credentials()).of(role);
    }

    /** User names of staff with their passwords. */
    public Map<String, String> signIns() {
        return environment().credentials().users();
    }

    public Path credentials() {
        return layout.credentials();
    }

    public Path log(String name) {
        return layout.log(name);
    }

    Layout layout() {
        return layout;
    }

    Ports ports() {
        return ports;
    }

    ServiceEnvironment environment() {
        return new ServiceEnvironment(layout, ports);
    }

    boolean answers(StackProcess process) {
        return process.isAlive() && readiness.answers(Part.named(process.entry().part()), process.port());
    }

    StackProcess launch(Part part) {
        return launch(part, part.label(), ports.of(part));
    }

    private StackProcess launch(Part part, String name, int port) {
        if (closing) {
            throw new CannotStart("The stack is being stopped.", "Start again when it is down.");
        }
        progress.starting(name);
        Programs.Program program = new Programs(layout).install(part);
        List<String> command = new JavaCommand(layout, ports)
                .of(part, program.jar(), new StartCaches(layout).options(part, program.checksum()));
        try {
            LogFile log = LogFile.now(layout.log(name));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(layout.data().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
            if (part.isService()) {
                builder.environment().putAll(environment().of(part, port));
            }
            builder.environment().putAll(overrides.getOrDefault(name, Map.of()));
            long begin = System.nanoTime();
            Instant startedAt = Instant.now();
            Process process = builder.start();
            StackState.Entry entry = new StackState.Entry(
                    name,
                    part.label(),
                    process.pid(),
                    StackProcess.beganAt(process.toHandle()),
                    port,
                    startedAt,
                    0,
                    log.file().toString());
            // noted before it is ready: whatever happens to us, the next command finds and stops it
            change(known -> known.with(entry));
            awaitReady(part, name, port, process, log, begin);
            Duration after = Duration.ofNanos(System.nanoTime() - begin);
            StackState.Entry ready = new StackState.Entry(
                    name,
                    part.label(),
                    entry.pid(),
                    entry.pidStartedAt(),
                    port,
                    startedAt,
                    after.toMillis(),
                    entry.log());
            change(known -> known.with(ready));
            progress.ready(name, after, port);
            return new StackProcess(ready);
        } catch (IOException e) {
            throw new CannotStart(name + " could not be run (" + e.getMessage() + ").", "See " + layout.log(name));
        }
    }

    private void awaitReady(Part part, String name, int port, Process process, LogFile log, long begin) {
        try {
            while (!(part.isService() ? readiness.answers(part, port) : log.saysReady())) {
                if (!process.isAlive()) {
                    throw new CannotStart(
                            name + " stopped while it started (exit code " + process.exitValue() + ").",
                            "The whole log is in " + log.file() + ".",
                            log.lastLines());
                }
                if (System.nanoTime() - begin > READY_WITHIN.toNanos()) {
                    process.destroyForcibly();
                    throw new CannotStart(
                            name + " was not ready within " + READY_WITHIN.toMinutes() + " minutes.",
                            "The machine may be too busy; the whole log is in " + log.file() + ".",
                            log.lastLines());
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new CannotStart("The start of " + name + " was interrupted.", "Start again.");
        }
    }

    private void stop(StackProcess process) {
        progress.stopping(process.name());
        long begin = System.nanoTime();
        boolean byItself = process.stop(STOP_WITHIN);
        change(known -> known.without(process.name()));
        progress.stopped(process.name(), Duration.ofNanos(System.nanoTime() - begin), byItself);
    }

    private synchronized StackState current() {
        return state;
    }

    private synchronized void change(UnaryOperator<StackState> change) {
        state = change.apply(state);
        Json.write(layout.state(), state);
    }
}
