package dk.astra.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All figures of a run. */
public record Report(Map<String, String> machine, List<Figure> figures) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final List<String> HEAD = List.of("what", "ours", "beside", "ratio", "target", "");

    /** One table that is read without us; the cells of a Markdown table, aligned. */
    public String table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        figures.forEach(figure -> rows.add(cells(figure)));
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder table = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            appendRow(table, rows.get(r), widths, ' ');
            if (r == 0) {
                appendRow(table, HEAD.stream().map(cell -> "").toList(), widths, '-');
            }
        }
        return table.toString();
    }

    private static void appendRow(StringBuilder table, List<String> row, int[] widths, char fill) {
        for (int i = 0; i < widths.length; i++) {
            table.append(i == 0 ? "| " : " | ");
            String cell = row.get(i);
            table.append(cell).append(String.valueOf(fill).repeat(widths[i] - cell.length()));
        }
        table.append(" |\n");
    }

    private static List<String> cells(Figure figure) {
        Double reference = figure.reference();
        Double ratio = figure.ratio();
        Target target = figure.target();
        return List.of(
                figure.scenario() + ": " + figure.what(),
                Figure.number(figure.value()) + " " + figure.unit(),
                reference == null ? "" : Figure.number(reference) + " " + figure.comparedWith(),
                ratio == null ? "" : Figure.number(ratio) + " ×",
                target == null ? "" : target.text(figure.unit()),
                figure.isMet() == null ? "" : Objects.equals(figure.isMet(), true) ? "met" : "MISSED");
    }

    /** Writes {@code bench.json} and {@code bench.svg}. */
    public void writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("bench.json"), JSON.writeValueAsString(json()));
            Files.writeString(folder.resolve("bench.svg"), new Chart(figures).svg());
            Files.writeString(folder.resolve("bench.md"), table());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> json() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Figure figure : figures) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("scenario", figure.scenario());
            one.put("what", figure.what());
            one.put("value", figure.value());
            one.put("unit", figure.unit());
            if (figure.reference() != null) {
                one.put("comparedWith", figure.comparedWith());
                one.put("reference", figure.reference());
                one.put("ratio", Objects.requireNonNull(figure.ratio()));
            }
            Target target = figure.target();
            if (target != null) {
                one.put("target", target.text(figure.unit()));
                one.put("met", Objects.equals(figure.isMet(), true));
            }
            all.add(one);
        }
        return Map.of("machine", machine, "figures", all);
    }
}
