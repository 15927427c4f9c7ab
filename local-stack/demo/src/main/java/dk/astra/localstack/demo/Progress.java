package dk.astra.localstack.demo;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Shows how far a step is: one line drawn over and over on a terminal, otherwise a line for every tenth. */
final class Progress {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private final String step;
    private final int total;
    private final Instant started = Instant.now();
    private int done;
    private int shownTenth = -1;

    Progress(PrintStream out, boolean terminal, String step, int total) {
        this.out = out;
        this.terminal = terminal;
        this.step = step;
        this.total = total;
        show();
    }

    static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    synchronized void advance(int by) {
        done += by;
        show();
    }

    private void show() {
        int tenth = total == 0 ? 10 : done * 10 / total;
        boolean finished = done >= total;
        double seconds = Duration.between(started, Instant.now()).toMillis() / 1000.0;
        if (terminal) {
            int filled = total == 0 ? WIDTH : done * WIDTH / total;
            out.printf(
                    "\r%-16s [%s%s] %d/%d  %.1f s%s",
                    step, "#".repeat(filled), ".".repeat(WIDTH - filled), done, total, seconds, finished ? "\n" : "");
            out.flush();
        } else if (tenth != shownTenth && (done > 0 || total == 0) && (total > 20 || finished)) {
            out.printf("%-16s %3d %%  %d/%d  %.1f s%n", step, tenth * 10, done, total, seconds);
        }
        shownTenth = tenth;
    }
}
