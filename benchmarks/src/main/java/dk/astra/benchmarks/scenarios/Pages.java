package dk.astra.benchmarks.scenarios;

import dk.astra.benchmarks.load.ClosedLoop;
import dk.astra.benchmarks.load.HttpConnection;
import dk.astra.benchmarks.load.Measurement;
import dk.astra.benchmarks.load.Reply;
import dk.astra.benchmarks.platform.Platform;
import dk.astra.benchmarks.report.Figure;
import java.util.ArrayList;
import java.util.List;

/** The list of meetings and the page of one, as JSON of event-service and as pages of the portal. */
public final class Pages implements Scenario {

    private static final int MEETINGS = 40;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String question() {
        return "How many lists and meeting pages a second?";
    }

    @Override
    public List<Figure> run(Platform platform, Effort effort) {
        platform.with("store", "broker", "sign-in", "event-service", Platform.REGISTRATION, "portal");
        String meeting = Meetings.schedule(platform, MEETINGS).getFirst();
        List<Figure> figures = new ArrayList<>();
        figures.add(measure(platform, effort, "list, JSON", "event-service", "/api/meetings"));
        figures.add(measure(platform, effort, "meeting, JSON", "event-service", "/api/meetings/" + meeting));
        figures.add(measure(platform, effort, "list, page", "portal", "/arrangementer"));
        figures.add(measure(platform, effort, "meeting, page", "portal", "/arrangementer/" + meeting));
        return figures;
    }

    /** Beside a page of the same size that the bare application has ready. */
    private Figure measure(Platform platform, Effort effort, String what, String service, String path) {
        byte[] request = HttpConnection.get(path);
        int port = platform.port(service);
        int bytes = size(port, request);
        byte[] bareRequest = HttpConnection.get("/page?bytes=" + bytes);
        int barePort = platform.reference().port();
        List<Measurement> ours = new ArrayList<>();
        List<Measurement> bare = new ArrayList<>();
        new ClosedLoop(port, 16).run(effort.warmUp(), () -> request);
        new ClosedLoop(barePort, 16).run(effort.warmUp(), () -> bareRequest);
        for (int round = 0; round < effort.rounds(); round++) {
            ours.add(new ClosedLoop(port, 16).run(effort.slice(), () -> request));
            bare.add(new ClosedLoop(barePort, 16).run(effort.slice(), () -> bareRequest));
        }
        double rate = Effort.median(ours.stream().mapToDouble(Measurement::perSecond));
        double bareRate = Effort.median(bare.stream().mapToDouble(Measurement::perSecond));
        effort.say("%s: %.0f/s of %d bytes, bare %.0f/s", what, rate, bytes, bareRate);
        return Figure.of(name(), "%s of %d kB".formatted(what, (bytes + 999) / 1000), rate, "/s")
                .beside("/s of the same size, ready-made", bareRate);
    }

    private static int size(int port, byte[] request) {
        try (HttpConnection connection = new HttpConnection(port)) {
            Reply reply = connection.exchange(request);
            if (reply.status() != 200) {
                throw new IllegalStateException("the page answers " + reply.status());
            }
            return reply.body().length;
        }
    }
}
