package dk.astra.localstack.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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

    /** Freezes a process until {@link #resume}: it holds its ports and answers nothing. */
    public void pause(String name) {
        process(name).pause();
    }

    public void resume(String name) {
        process(name).resume();
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
        StartOrder.stop(running(), this::stop);
        current().processes().forEach(entry -> change(known -> known.without(entry.name())));
    }

    /** Stops all for good, also what is just being started in another thread. */
    @Override
    public void close() {
        closing = true;
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
        refuseWhenClosing();
        progress.starting(name);
        Launch launch = new Launch(layout, ports, part, name, port);
        // noted before it is ready: whatever happens to us, the next command finds and stops it
        StackState.Entry entry = launch.run(overrides.getOrDefault(name, Map.of()), readiness, this::note);
        change(known -> known.with(entry));
        StackProcess process = new StackProcess(entry);
        progress.ready(name, process.readyAfter(), port);
        return process;
    }

    private void note(StackState.Entry begun) {
        change(known -> known.with(begun));
        if (closing) {
            new StackProcess(begun).kill9();
        }
        refuseWhenClosing();
    }

    private void refuseWhenClosing() {
        if (closing) {
            throw new CannotStart("The stack is being stopped.", "Start again when it is down.");
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
