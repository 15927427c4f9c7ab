package dk.astra.benchmarks.scenarios;

import dk.astra.benchmarks.load.ClosedLoop;
import dk.astra.benchmarks.load.Reply;
import dk.astra.benchmarks.platform.Platform;
import dk.astra.benchmarks.report.Figure;
import dk.astra.benchmarks.report.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Everybody at one meeting at opening time, first as fast as can be served, then twice as fast. */
public final class OneMeeting implements Scenario {

    private static final int SEATS = 500;

    @Override
    public String name() {
        return "hot";
    }

    @Override
    public String question() {
        return "10 000 people at one meeting of 500 seats, and then twice as fast as can be served?";
    }

    @Override
    public List<Figure> run(Platform platform, Effort effort) {
        platform.with("store", "broker", Platform.REGISTRATION);
        int port = platform.port(Platform.REGISTRATION);
        int people = effort.quick() ? 2_000 : 10_000;
        List<String> spread = platform.meetings(1_000, SEATS);
        new ClosedLoop(port, RegisterSpread.CLIENTS).run(effort.warmUp(), SignUps.at(spread));
        List<Double> spreadRates = new ArrayList<>();
        List<Double> hotRates = new ArrayList<>();
        List<Double> repeatRates = new ArrayList<>();
        for (int round = 0; round < Math.min(3, effort.rounds()); round++) {
            spreadRates.add(new ClosedLoop(port, RegisterSpread.CLIENTS)
                    .run(effort.slice(), SignUps.at(spread))
                    .perSecond());
            Everybody everybody = new Everybody(platform.meetings(1, SEATS).getFirst(), people);
            hotRates.add(everybody.come(port));
            repeatRates.add(everybody.come(port));
            effort.say(
                    "round %d: spread %.0f/s, one meeting %.0f/s, repeats %.0f/s",
                    round + 1, spreadRates.getLast(), hotRates.getLast(), repeatRates.getLast());
        }
        double spreadRate = median(spreadRates);
        double hotRate = median(hotRates);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(name(), people + " people at one meeting", hotRate, "/s")
                .beside("/s spread", spreadRate)
                .aiming(Target.ratioAtLeast(0.9)));
        figures.add(
                Figure.of(name(), "their repeats", median(repeatRates), "/s").beside("/s spread", spreadRate));
        figures.addAll(crowd(platform, effort, people, 2 * hotRate));
        return figures;
    }

    private static double median(List<Double> values) {
        return Effort.median(values.stream().mapToDouble(Double::doubleValue));
    }

    /** A fixed number of people at one meeting, each once, by 64 clients. */
    private record Everybody(String meeting, List<byte[]> requests) {

        Everybody(String meeting, int people) {
            this(meeting, requests(meeting, people));
        }

        private static List<byte[]> requests(String meeting, int people) {
            SignUps signUps = SignUps.at(List.of(meeting));
            return IntStream.range(0, people).mapToObj(i -> signUps.get()).toList();
        }

        double come(int port) {
            long begin = System.nanoTime();
            List<Reply> replies = Clients.each(port, requests);
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (!replies.stream().allMatch(Reply::isRight)) {
                throw new IllegalStateException("not every answer was right");
            }
            return requests.size() / seconds;
        }
    }

    private List<Figure> crowd(Platform platform, Effort effort, int people, double rate) {
        int port = platform.port(Platform.REGISTRATION);
        String meeting = platform.meetings(1, SEATS).getFirst();
        ResidentPeak memory = ResidentPeak.watching(platform.stack().process(Platform.REGISTRATION));
        Crowd crowd = new Crowd(port, meeting);
        effort.say("a crowd of %d at %.0f/s", people, rate);
        crowd.come(people, rate);
        effort.say(
                "served at once %d, sent away %d times, other answers %d %s, everybody in after %.1f s",
                crowd.servedAtOnce(), crowd.sentAway(), crowd.otherAnswers(), crowd.otherStatuses(), crowd.seconds());
        return List.of(
                Figure.of(name(), "crowd at twice the maximum, everybody answered right after", crowd.seconds(), "s"),
                Figure.of(name(), "crowd, share served at the first try", 100.0 * crowd.servedAtOnce() / people, "%"),
                Figure.of(name(), "crowd, answers other than 2xx or 429 with Retry-After", crowd.otherAnswers(), "")
                        .aiming(Target.atMost(0)),
                Figure.of(name(), "crowd, people never in or in twice", people - crowd.distinctPlaces(), "")
                        .aiming(Target.atMost(0)),
                Figure.of(
                                name(),
                                "crowd, people overtaken by somebody who came after their answer",
                                crowd.overtaken(),
                                "")
                        .aiming(Target.atMost(0)),
                Figure.of(
                        name(),
                        "crowd, p99 of a first answer",
                        crowd.firstAnswers().percentile(99),
                        "ms"),
                Figure.of(name(), "crowd, peak resident memory of the service", memory.stop() / 1048576.0, "MiB")
                        .aiming(Target.atMost(600)));
    }
}
