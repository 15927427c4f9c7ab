package dk.astra.localstack.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/** One running process of the stack, started by this or by an earlier command. */
public final class StackProcess {

    private final StackState.Entry entry;
    private final Optional<ProcessHandle> handle;

    StackProcess(StackState.Entry entry) {
        this.entry = entry;
        this.handle = ProcessHandle.of(entry.pid()).filter(found -> beganAt(found) == entry.pidStartedAt());
    }

    static long beganAt(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** The process's name, for a second instance of a service other than the part's. */
    public String name() {
        return entry.name();
    }

    /** The port it answers on. */
    public int port() {
        return entry.port();
    }

    public long pid() {
        return entry.pid();
    }

    /** Everything it has printed, over all its starts. */
    public Path log() {
        return Path.of(entry.log());
    }

    /** From the start of the process until it was ready. */
    public Duration readyAfter() {
        return Duration.ofMillis(entry.readyAfterMillis());
    }

    StackState.Entry entry() {
        return entry;
    }

    public boolean isAlive() {
        return handle.map(ProcessHandle::isAlive).orElse(false) && !isZombie();
    }

    /** Dead, but nobody has asked how it ended: so it is where the first process of a container does not. */
    private boolean isZombie() {
        Path stat = Path.of("/proc/" + entry.pid() + "/stat");
        try {
            return Files.isReadable(stat) && Files.readString(stat).matches("(?s).*\\) Z .*");
        } catch (IOException gone) {
            return true;
        }
    }

    /** Resident memory, where the system tells it. */
    public OptionalLong residentBytes() {
        Path status = Path.of("/proc/" + entry.pid() + "/status");
        if (!isAlive() || !Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException gone) {
            return OptionalLong.empty();
        }
    }

    /** Ends it at once, without a chance to tidy up. */
    public void kill9() {
        handle.ifPresent(ProcessHandle::destroyForcibly);
        awaitExit(Duration.ofSeconds(30));
    }

    /** Asks it to stop, and kills it when it does not within the time; returns whether it stopped by itself. */
    public boolean stop(Duration patience) {
        handle.ifPresent(ProcessHandle::destroy);
        if (awaitExit(patience)) {
            return true;
        }
        kill9();
        return false;
    }

    /** Freezes it (SIGSTOP): it lives, holds its ports and answers nothing. */
    public void pause() {
        signal("-STOP");
    }

    /** Lets a frozen process go on where it was (SIGCONT). */
    public void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        if (!isAlive()) {
            throw new CannotStart(name() + " does not run.", "Start it first.");
        }
        try {
            Process kill = new ProcessBuilder("kill", signal, String.valueOf(pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (kill.waitFor() != 0) {
                throw new CannotStart(name() + " did not take the signal " + signal + ".", "Is it yours?");
            }
        } catch (IOException e) {
            throw new CannotStart("The command kill could not be run (" + e.getMessage() + ").", "Install procps.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted.", "Try again.");
        }
    }

    private boolean awaitExit(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return true;
    }
}
