package dk.astra.benchmarks.scenarios;

import dk.astra.benchmarks.load.ClosedLoop;
import dk.astra.benchmarks.load.Measurement;
import dk.astra.benchmarks.load.OpenLoop;
import dk.astra.benchmarks.platform.Costs;
import dk.astra.benchmarks.platform.Platform;
import dk.astra.benchmarks.report.Figure;
import dk.astra.benchmarks.report.Target;
import dk.astra.testsupport.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/** From the moment at which somebody signs up until a consumer has the fact, and until SMTP has accepted the mail. */
public final class MailDelay implements Scenario {

    private static final String[] EVERYTHING = {
        "store",
        "broker",
        "mail",
        "sign-in",
        "event-service",
        Platform.REGISTRATION,
        "notification-service",
        "reporting-service"
    };
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public String question() {
        return "How long from signing up until the fact is consumed and the mail accepted, all services on?";
    }

    @Override
    public List<Figure> run(Platform platform, Effort effort) {
        platform.with(EVERYTHING);
        List<String> meetings = platform.meetings(100, 500);
        List<Figure> figures = new ArrayList<>();
        BareMails.Result bare = BareMails.send(platform, effort.quick() ? 200 : 2_000);
        double maximum = chain(platform, effort, meetings);
        figures.add(Figure.of(name(), "sign-ups with their mails, at most", maximum, "/s")
                .beside("mails/s by a bare JavaMail loop (d)", bare.perSecond()));
        BareStream stream = new BareStream(platform.bootstrapServers());
        for (double rate : new double[] {50, 100, 200, 0.7 * maximum}) {
            String at = rate == 0.7 * maximum ? "70 %% of the most (%.0f/s)".formatted(rate) : "%.0f/s".formatted(rate);
            Histogram bareConsumed = stream.delays(rate, effort.slice());
            Delays seen = at(platform, effort, meetings, rate);
            effort.say(
                    "%s: consumed p99 %.0f ms (bare %.1f), mail p50 %.0f p99 %.0f p99.9 %.0f ms",
                    at,
                    seen.consumed().getValueAtPercentile(99) / 1e3,
                    bareConsumed.getValueAtPercentile(99) / 1e3,
                    seen.mailed().getValueAtPercentile(50) / 1e3,
                    seen.mailed().getValueAtPercentile(99) / 1e3,
                    seen.mailed().getValueAtPercentile(99.9) / 1e3);
            for (double percent : new double[] {50, 99, 99.9}) {
                String p = "p" + (percent == 99.9 ? "99.9" : "%.0f".formatted(percent));
                figures.add(Figure.of(
                                name(),
                                "fact consumed at " + at + ", " + p,
                                seen.consumed().getValueAtPercentile(percent) / 1e3,
                                "ms")
                        .beside("ms bare producer to consumer (c)", bareConsumed.getValueAtPercentile(percent) / 1e3));
            }
            for (double percent : new double[] {50, 99, 99.9}) {
                String p = "p" + (percent == 99.9 ? "99.9" : "%.0f".formatted(percent));
                Figure figure = Figure.of(
                        name(),
                        "mail accepted at " + at + ", " + p,
                        seen.mailed().getValueAtPercentile(percent) / 1e3,
                        "ms");
                figures.add(rate == 100 && percent == 99 ? figure.aiming(Target.atMost(1_000)) : figure);
            }
            if (rate == 100) {
                seen.costs()
                        .forEach((process, micros) ->
                                figures.add(Figure.of(name(), "CPU per sign-up at 100/s, " + process, micros, "µs")));
            }
        }
        stream.close();
        return figures;
    }

    /** @param costs CPU of each process for one sign-up with all that follows, in microseconds */
    private record Delays(Histogram consumed, Histogram mailed, Map<String, Double> costs) {}

    /** Sign-ups a second when each has to have its mail too. */
    private double chain(Platform platform, Effort effort, List<String> meetings) {
        new OpenLoop(platform.port(Platform.REGISTRATION), 50).run(effort.warmUp(), SignUps.at(meetings));
        awaitMails(platform, Map.of(), Instant.now());
        int before = lines(platform, Instant.EPOCH).size();
        long begin = System.nanoTime();
        Measurement seen = new ClosedLoop(platform.port(Platform.REGISTRATION), RegisterSpread.CLIENTS)
                .run(effort.slice(), SignUps.at(meetings));
        while (lines(platform, Instant.EPOCH).size() < before + seen.right()) {
            LockSupport.parkNanos(200_000_000);
        }
        double perSecond = seen.right() / ((System.nanoTime() - begin) / 1e9);
        effort.say("registering %.0f/s with everything on; with their mails %.0f/s", seen.perSecond(), perSecond);
        return perSecond;
    }

    private Delays at(Platform platform, Effort effort, List<String> meetings, double rate) {
        Map<String, Long> asked = new ConcurrentHashMap<>();
        Map<String, Long> registered = new ConcurrentHashMap<>();
        Map<byte[], Long> under = new ConcurrentHashMap<>();
        Instant begin = Instant.now();
        Costs before = Costs.of(platform);
        SignUps signUps = SignUps.at(meetings);
        try (FactArrivals arrivals = new FactArrivals(platform.bootstrapServers(), "registrations");
                OpenLoop loop = new OpenLoop(platform.port(Platform.REGISTRATION), rate)) {
            loop.run(
                    Math.round(rate * effort.slice().toSeconds() * 2),
                    () -> {
                        byte[] request = signUps.get();
                        long now = micros();
                        under.put(request, now);
                        asked.put(SignUps.email(request), now);
                        return request;
                    },
                    (request, reply) -> {
                        if (reply.isRight()) {
                            registered.put(SignUps.registrationId(reply), under.getOrDefault(request, 0L));
                        } else {
                            asked.remove(SignUps.email(request));
                        }
                    });
            Histogram mailed = awaitMails(platform, asked, begin);
            Histogram consumed = new Histogram(3);
            arrivals.await(registered.keySet())
                    .forEach((id, at) -> consumed.recordValue(Math.max(0, at - registered.getOrDefault(id, at))));
            return new Delays(consumed, mailed, Costs.of(platform).since(before).microsPer(registered.size()));
        }
    }

    /** Delays in microseconds of the mails to all these addresses. */
    private Histogram awaitMails(Platform platform, Map<String, Long> asked, Instant since) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Map<String, Long> arrived = new HashMap<>();
            for (JsonNode mail : lines(platform, since)) {
                Instant at = Instant.parse(mail.path("receivedAt").asString());
                arrived.merge(
                        mail.path("to").path(0).asString(),
                        at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000,
                        Math::min);
            }
            if (arrived.keySet().containsAll(asked.keySet())) {
                Histogram delays = new Histogram(3);
                asked.forEach(
                        (address, from) -> delays.recordValue(Math.max(0, arrived.getOrDefault(address, from) - from)));
                return delays;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("mails are missing: " + arrived.size() + " of " + asked.size());
            }
            LockSupport.parkNanos(500_000_000);
        }
    }

    private static JsonNode lines(Platform platform, Instant since) {
        return Json.get(URI.create(platform.stack().url("mail") + "/api/mails?parts=false&since=" + since));
    }

    static long micros() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }
}
