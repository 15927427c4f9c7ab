package dk.astra.benchmarks.platform;

import dk.astra.benchmarks.load.HttpConnection;
import dk.astra.contracts.Fact;
import dk.astra.contracts.meetings.MeetingScheduled;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.localstack.launcher.LocalStack;
import dk.astra.localstack.launcher.StackProcess;
import dk.astra.testsupport.MeetingBuilder;
import dk.astra.testsupport.StreamProbe;
import dk.astra.testsupport.embedded.LocalStackJars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Processes of the platform with data and ports of their own; only those that a scenario asks for run. */
public final class Platform implements AutoCloseable {

    public static final String REGISTRATION = "registration-service";
    private static final int OFFSET = 3_500;
    private static final long QUIET_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final LocalStack stack;
    private final Path data;
    private @Nullable ReferenceProcess reference;

    private Platform(LocalStack stack, Path data) {
        this.stack = stack;
        this.data = data;
    }

    /** An empty platform: nothing runs, nothing is stored. */
    public static Platform empty() {
        Path root = LocalStackJars.root();
        Path data = root.resolve("benchmarks/target/stack");
        try (LocalStack before = LocalStack.in(root, data)) {
            before.stopAll();
        }
        clear(data);
        LocalStack stack = LocalStack.in(root, data).withPortOffset(OFFSET);
        // the embedded store keeps its indexes in memory; a run stores more than it is meant for
        stack.environment("store", Map.of("_JAVA_OPTIONS", "-Xms2g -Xmx8g"));
        return new Platform(stack, data);
    }

    /** Everything goes but the unpacked programs and their start caches. */
    private static void clear(Path data) {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                String top = data.relativize(file).getName(0).toString();
                if (!file.equals(data) && !top.equals("apps") && !top.equals("aot")) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts those of the processes that do not run. */
    public Platform with(String... processes) {
        stack.start(Arrays.asList(processes));
        return this;
    }

    /** Variables for a process from its next start on. */
    public Platform environment(String process, Map<String, String> variables) {
        stack.environment(process, variables);
        return this;
    }

    public LocalStack stack() {
        return stack;
    }

    public Path data() {
        return data;
    }

    public int port(String process) {
        return stack.process(process).port();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port("broker");
    }

    public String mongo(String database) {
        return "mongodb://127.0.0.1:" + port("store") + "/" + database + "?uuidRepresentation=standard";
    }

    /** The references (a) and (b), with the virtual machine's options of registration-service. */
    public ReferenceProcess reference() {
        if (reference == null) {
            reference = ReferenceProcess.start(this, stack.process(REGISTRATION).pid());
        }
        return reference;
    }

    /** Meetings that can be signed up for, made known to registration-service as event-service would: on the stream. */
    public List<String> meetings(int count, int capacity) {
        List<String> ids = new ArrayList<>();
        try (StreamProbe probe = new StreamProbe(bootstrapServers())) {
            for (int i = 0; i < count; i++) {
                MeetingState meeting =
                        MeetingBuilder.aMeeting().withCapacity(capacity).build();
                probe.publishFact(
                        "meetings",
                        meeting.meetingId(),
                        Fact.typeOf(MeetingScheduled.class),
                        meeting.version(),
                        new MeetingScheduled(meeting));
                ids.add(meeting.meetingId());
            }
        }
        ids.forEach(this::awaitKnown);
        return ids;
    }

    private void awaitKnown(String meetingId) {
        byte[] question = HttpConnection.get("/api/meetings/" + meetingId + "/availability");
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpConnection connection = new HttpConnection(port(REGISTRATION))) {
            while (connection.exchange(question).status() != 200) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("registration-service does not learn of " + meetingId);
                }
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    /** Waits until a process has finished what it does by itself, such as writing to disk what it was given. */
    public void awaitQuiet(String process) {
        long pid = stack.process(process).pid();
        long end = System.nanoTime() + PATIENCE.toNanos();
        Duration before = Duration.ZERO;
        Duration now = cpu(pid);
        while (now.minus(before).toMillis() > QUIET_MILLIS && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000_000);
            before = now;
            now = cpu(pid);
        }
    }

    /** CPU time used so far by every process under load and by the load itself. */
    public Map<String, Duration> cpu() {
        Map<String, Duration> used = new LinkedHashMap<>();
        for (StackProcess process : stack.running()) {
            used.put(process.name(), cpu(process.pid()));
        }
        if (reference != null) {
            used.put("reference", cpu(reference.pid()));
        }
        used.put("load", cpu(ProcessHandle.current().pid()));
        return used;
    }

    private static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        if (reference != null) {
            reference.close();
        }
        stack.close();
    }
}
