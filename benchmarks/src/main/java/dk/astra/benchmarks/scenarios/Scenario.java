package dk.astra.benchmarks.scenarios;

import dk.astra.benchmarks.platform.Platform;
import dk.astra.benchmarks.report.Figure;
import java.util.List;

/** One question that the benchmarks answer. */
public interface Scenario {

    /** As in {@code ./tilmelding bench NAME}. */
    String name();

    /** What it does, in a sentence. */
    String question();

    /** Measures on an empty platform; tells its progress. */
    List<Figure> run(Platform platform, Effort effort);
}
