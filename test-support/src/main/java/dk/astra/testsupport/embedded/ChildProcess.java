package dk.astra.testsupport.embedded;

import dk.astra.testsupport.Faults;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A program of local-stack as a child of this JVM: it is ready when it says {@code READY}, and ends with us. */
public final class ChildProcess implements Faults, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern PORT = Pattern.compile("\\bport=(\\d+)");
    private static final Set<ChildProcess> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(ChildProcess::kill)));
    }

    private final Path jar;
    private final List<String> jvmOptions;
    private List<String> arguments;
    private @Nullable Process process;

    private ChildProcess(Path jar, List<String> jvmOptions, List<String> arguments) {
        this.jar = jar;
        this.jvmOptions = jvmOptions;
        this.arguments = arguments;
    }

    /** Starts and waits until ready. */
    public static ChildProcess start(Path jar, List<String> jvmOptions, List<String> arguments) {
        ChildProcess child = new ChildProcess(jar, List.copyOf(jvmOptions), List.copyOf(arguments));
        child.launch();
        return child;
    }

    /** With other arguments from the next start on, for a port that was chosen at the first one. */
    public void useFromNowOn(List<String> other) {
        arguments = List.copyOf(other);
    }

    /** The port of the last {@code READY} line. */
    public int port() {
        return port;
    }

    private volatile int port;

    private synchronized void launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        try {
            Process started =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process = started;
            RUNNING.add(this);
            awaitReady(started);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + jar, e);
        }
    }

    private void awaitReady(Process started) {
        Deque<String> lastLines = new ArrayDeque<>();
        CompletableFuture<String> ready = new CompletableFuture<>();
        // reading a process holds a virtual thread's carrier, and a small machine has only two of those
        Thread.ofPlatform()
                .daemon()
                .name("output-of-" + jar.getFileName())
                .start(() -> follow(started, lastLines, ready));
        try {
            Matcher matcher = PORT.matcher(ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            port = matcher.find() ? Integer.parseInt(matcher.group(1)) : port;
        } catch (TimeoutException | ExecutionException e) {
            kill();
            synchronized (lastLines) {
                throw new IllegalStateException(
                        jar.getFileName() + " did not get ready. Its last lines:\n" + String.join("\n", lastLines), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
            throw new IllegalStateException("interrupted while " + jar.getFileName() + " started", e);
        }
    }

    private static void follow(Process started, Deque<String> lastLines, CompletableFuture<String> ready) {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (lastLines) {
                    lastLines.addLast(line);
                    if (lastLines.size() > 30) {
                        lastLines.removeFirst();
                    }
                }
                if (line.startsWith("READY")) {
                    ready.complete(line);
                }
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.completeExceptionally(new IllegalStateException("it ended"));
    }

    /** The process id while it runs. */
    public Optional<Long> pid() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::pid);
    }

    @Override
    public void kill9() {
        kill();
    }

    private synchronized void kill() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroyForcibly();
        try {
            running.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        RUNNING.remove(this);
        process = null;
    }

    @Override
    public void restart() {
        kill();
        launch();
    }

    @Override
    public void pause() {
        signal("STOP");
    }

    @Override
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        long pid = pid().orElseThrow(() -> new IllegalStateException(jar.getFileName() + " does not run"));
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + name + " " + pid + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
