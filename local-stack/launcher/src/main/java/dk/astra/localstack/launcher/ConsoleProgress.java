package dk.astra.localstack.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A line per process that is done; on a terminal also a last line with those that are not. */
final class ConsoleProgress implements Progress, AutoCloseable {

    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean redraws;
    private final Map<String, Long> underWay = new LinkedHashMap<>();
    private final Thread clock;

    ConsoleProgress() {
        this(System.out, System.console() != null && System.console().isTerminal());
    }

    ConsoleProgress(PrintStream out, boolean redraws) {
        this.out = out;
        this.redraws = redraws;
        this.clock = Thread.ofVirtual().unstarted(this::tick);
        if (redraws) {
            clock.start();
        }
    }

    @Override
    public synchronized void starting(String name) {
        underWay.put(name, System.nanoTime());
        draw();
    }

    @Override
    public synchronized void ready(String name, Duration after, int port) {
        done(name, "ready", after, "port " + port);
    }

    @Override
    public synchronized void stopping(String name) {
        underWay.put(name, System.nanoTime());
        draw();
    }

    @Override
    public synchronized void stopped(String name, Duration after, boolean byItself) {
        done(name, "stopped", after, byItself ? "" : "had to be killed");
    }

    private void done(String name, String what, Duration after, String remark) {
        underWay.remove(name);
        out.print(redraws ? ERASE_LINE : "");
        out.println(String.format(Locale.ROOT, "  %-22s %-8s %5.1f s  %s", name, what, after.toMillis() / 1e3, remark)
                .stripTrailing());
        draw();
    }

    private synchronized void draw() {
        if (redraws) {
            long now = System.nanoTime();
            out.print(ERASE_LINE
                    + underWay.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + (now - entry.getValue()) / 1_000_000_000 + " s")
                            .collect(Collectors.joining(", ", underWay.isEmpty() ? "" : "  … ", "")));
            out.flush();
        }
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(500);
                draw();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        clock.interrupt();
    }
}
