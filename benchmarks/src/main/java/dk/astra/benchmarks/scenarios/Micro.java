package dk.astra.benchmarks.scenarios;

import dk.astra.benchmarks.micro.MicroBenchmarks;
import dk.astra.benchmarks.platform.Platform;
import dk.astra.benchmarks.report.Figure;
import java.util.List;

/** The hot pieces by themselves; needs nothing that runs. */
public final class Micro implements Scenario {

    @Override
    public String name() {
        return "micro";
    }

    @Override
    public String question() {
        return "What do the hot pieces cost beside the bare call (JMH)?";
    }

    @Override
    public List<Figure> run(Platform platform, Effort effort) {
        return MicroBenchmarks.measure(effort.quick());
    }
}
