package dk.astra.systemtests.drills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The findings of a run, for a reader who has never seen a drill. */
record Table(List<Finding> findings) {

    private static final int[] WIDTHS = {15, 34, 46, 8, 5, 7, 15, 7};
    private static final String NONE = "–";

    /** With wrapped cells, for a terminal. */
    String text() {
        StringBuilder text = new StringBuilder();
        line(text, List.of("drill", "promised", "happened", "acknowl.", "lost", "doubled", "recovered in", ""));
        text.append("-".repeat(IntStream.of(WIDTHS).sum() + 2 * (WIDTHS.length - 1)))
                .append('\n');
        for (Finding finding : findings) {
            line(text, cells(finding));
            text.append('\n');
        }
        text.append("recovered in: until newcomers are answered in normal time / until all that was acknowledged before"
                + " has its mail\n");
        return text.toString();
    }

    /** Rows of a Markdown table, with its head. */
    String markdown() {
        return "| drill | promised | happened | acknowledged | lost | doubled | recovered in | |\n"
                + "| --- | --- | --- | ---: | ---: | ---: | --- | --- |\n"
                + findings.stream()
                        .map(finding -> cells(finding).stream()
                                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                                .collect(Collectors.joining(" | ", "| ", " |\n")))
                        .collect(Collectors.joining());
    }

    private static List<String> cells(Finding finding) {
        Tally tally = finding.tally();
        String happened = finding.skipped() != null
                ? "skipped: " + finding.skipped()
                : finding.complaints().isEmpty()
                        ? finding.happened()
                        : finding.happened() + ". FAILED: " + String.join("; ", finding.complaints());
        return List.of(
                finding.drill(),
                finding.promised(),
                happened,
                tally == null ? NONE : String.valueOf(tally.acknowledged()),
                tally == null ? NONE : String.valueOf(tally.lost()),
                tally == null ? NONE : String.valueOf(tally.twice()),
                recovered(finding),
                finding.verdict());
    }

    private static String recovered(Finding finding) {
        return finding.answersIn() == null && finding.completeIn() == null
                ? NONE
                : seconds(finding.answersIn()) + " / " + seconds(finding.completeIn());
    }

    private static String seconds(@Nullable Duration duration) {
        return duration == null ? NONE : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static void line(StringBuilder text, List<String> cells) {
        List<List<String>> wrapped = IntStream.range(0, WIDTHS.length)
                .mapToObj(i -> wrap(cells.get(i), WIDTHS[i]))
                .toList();
        int lines = wrapped.stream().mapToInt(List::size).max().orElse(0);
        for (int n = 0; n < lines; n++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < WIDTHS.length; i++) {
                String cell = n < wrapped.get(i).size() ? wrapped.get(i).get(n) : "";
                line.append(String.format(Locale.ROOT, "%-" + WIDTHS[i] + "s  ", cell));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    /** At spaces; a word that is too long for a line is broken. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text.replace('\n', ' ').strip();
        while (rest.length() > width) {
            int at = rest.lastIndexOf(' ', width);
            int end = at > 0 ? at : width;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }
}
