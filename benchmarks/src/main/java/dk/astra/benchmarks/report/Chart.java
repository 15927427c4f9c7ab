package dk.astra.benchmarks.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ratios to the bare reference as bars, each with the mark that it aims at; one scale for all. */
record Chart(List<Figure> figures) {

    private static final int LABEL = 430;
    private static final int SCALE = 260;
    private static final int ROW = 26;

    String svg() {
        List<Figure> compared =
                figures.stream().filter(figure -> figure.ratio() != null).toList();
        double most = compared.stream()
                .mapToDouble(figure -> Math.max(value(figure), mark(figure)))
                .max()
                .orElse(1);
        int height = ROW * (compared.size() + 2);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\">%n"
                        + "<title>Ratios to the bare reference of the same run</title>%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n"
                        + "<text x=\"8\" y=\"18\" font-weight=\"bold\">Ratio to the bare reference of the same run; the line is the target</text>%n",
                LABEL + SCALE + 90,
                height));
        int y = ROW + 8;
        for (Figure figure : compared) {
            row(svg, figure, y, SCALE / most);
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void row(StringBuilder svg, Figure figure, int y, double perUnit) {
        boolean missed = Boolean.FALSE.equals(figure.isMet());
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                        + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"16\" fill=\"%s\"/>"
                        + "<text x=\"%.1f\" y=\"%d\">%s ×%s</text>%n",
                LABEL - 8,
                y + 13,
                escaped(figure.scenario() + ": " + figure.what()),
                LABEL,
                y,
                value(figure) * perUnit,
                missed ? "#b3261e" : "#1f6f6b",
                LABEL + Math.max(value(figure), mark(figure)) * perUnit + 6,
                y + 13,
                Figure.number(value(figure)),
                missed ? " missed" : ""));
        if (mark(figure) > 0) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%d\" width=\"2\" height=\"22\" fill=\"#000\"/>%n",
                    LABEL + mark(figure) * perUnit,
                    y - 3));
        }
    }

    private static double value(Figure figure) {
        Double ratio = figure.ratio();
        return ratio == null ? 0 : ratio;
    }

    private static double mark(Figure figure) {
        @Nullable Target target = figure.target();
        return target == null || !target.ofRatio() ? 0 : target.bound();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
