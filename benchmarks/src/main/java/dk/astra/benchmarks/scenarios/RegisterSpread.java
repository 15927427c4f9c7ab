package dk.astra.benchmarks.scenarios;

import dk.astra.benchmarks.load.ClosedLoop;
import dk.astra.benchmarks.load.Measurement;
import dk.astra.benchmarks.load.OpenLoop;
import dk.astra.benchmarks.platform.Costs;
import dk.astra.benchmarks.platform.Platform;
import dk.astra.benchmarks.report.Figure;
import dk.astra.benchmarks.report.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Registering spread over many meetings, beside the bare references. */
public final class RegisterSpread implements Scenario {

    static final int CLIENTS = 64;
    private static final int MEETINGS = 1_000;
    private static final int SEATS = 500;

    @Override
    public String name() {
        return "register";
    }

    @Override
    public String question() {
        return "How many sign-ups a second, spread over 1 000 meetings, with 64 clients?";
    }

    @Override
    public List<Figure> run(Platform platform, Effort effort) {
        platform.with("store", "broker", Platform.REGISTRATION);
        List<String> meetings = platform.meetings(MEETINGS, SEATS);
        Side answered = new Side(platform.reference().port(), new SignUps("/answered", meetings));
        Side inserted = new Side(platform.reference().port(), new SignUps("/inserted", meetings));
        Side ours = new Side(platform.port(Platform.REGISTRATION), SignUps.at(meetings));
        for (Side side : List.of(answered, inserted, ours)) {
            side.warmUp(effort);
        }
        for (int round = 1; round <= effort.rounds(); round++) {
            for (Side side : List.of(answered, inserted, ours)) {
                side.measure(platform, effort);
            }
            effort.say(
                    "round %d: answered %.0f/s, inserted %.0f/s, registered %.0f/s (%.2f of inserted)",
                    round,
                    answered.last().perSecond(),
                    inserted.last().perSecond(),
                    ours.last().perSecond(),
                    ours.last().perSecond() / inserted.last().perSecond());
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(name(), "spread over 1 000 meetings", ours.perSecond(), "/s")
                .beside("/s inserted (b)", inserted.perSecond())
                .aiming(Target.ratioAtLeast(0.5)));
        figures.add(
                Figure.of(name(), "the same", ours.perSecond(), "/s").beside("/s answered (a)", answered.perSecond()));
        double bare = inserted.p99AtHalf(effort);
        figures.add(Figure.of(name(), "p99 at half of its maximum", ours.p99AtHalf(effort), "ms")
                .beside("ms inserted (b)", bare)
                .aiming(Target.ratioAtMost(3)));
        ours.costs.forEach((process, micros) -> figures.add(cost(process, micros, inserted.costs)));
        return figures;
    }

    private Figure cost(String process, double micros, Map<String, Double> bare) {
        Figure figure = Figure.of(name(), "CPU per sign-up, " + process, micros, "µs");
        Double same = bare.get(process.equals(Platform.REGISTRATION) ? "reference" : process);
        return same == null || same < 1 ? figure : figure.beside("µs (b)", same);
    }

    /** One of the compared. */
    private static final class Side {

        private final int port;
        private final SignUps signUps;
        private final List<Measurement> measured = new ArrayList<>();
        private Map<String, Double> costs = Map.of();

        Side(int port, SignUps signUps) {
            this.port = port;
            this.signUps = signUps;
        }

        void warmUp(Effort effort) {
            new ClosedLoop(port, CLIENTS).run(effort.warmUp(), signUps);
        }

        void measure(Platform platform, Effort effort) {
            Costs before = Costs.of(platform);
            Measurement seen = new ClosedLoop(port, CLIENTS).run(effort.slice(), signUps);
            costs = Costs.of(platform).since(before).microsPer(seen.right());
            if (seen.wrong() > 0) {
                throw new IllegalStateException(
                        "not every answer was right: " + seen.byStatus() + " " + seen.firstWrong());
            }
            measured.add(seen);
        }

        Measurement last() {
            return measured.getLast();
        }

        double perSecond() {
            return Effort.median(measured.stream().mapToDouble(Measurement::perSecond));
        }

        double p99AtHalf(Effort effort) {
            List<Measurement> open = new ArrayList<>();
            for (int round = 0; round < effort.rounds(); round++) {
                try (OpenLoop loop = new OpenLoop(port, perSecond() / 2)) {
                    open.add(loop.run(effort.slice(), signUps));
                }
            }
            return Effort.median(open.stream().mapToDouble(seen -> seen.percentile(99)));
        }
    }
}
