package dk.astra.benchmarks.scenarios;

import dk.astra.benchmarks.load.ClosedLoop;
import dk.astra.benchmarks.load.HttpConnection;
import dk.astra.benchmarks.load.Reply;
import dk.astra.benchmarks.platform.Platform;
import dk.astra.benchmarks.report.Figure;
import dk.astra.benchmarks.report.Target;
import dk.astra.testsupport.Json;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Everybody who has a seat gives it back at once; every seat has to go to the next in line. */
public final class CancelStorm implements Scenario {

    private static final int SEATS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public String question() {
        return "500 people cancel at once while 1 500 wait: how fast do the seats move on?";
    }

    @Override
    public List<Figure> run(Platform platform, Effort effort) {
        platform.with("store", "broker", Platform.REGISTRATION);
        int port = platform.port(Platform.REGISTRATION);
        new ClosedLoop(port, RegisterSpread.CLIENTS).run(effort.warmUp(), SignUps.at(platform.meetings(100, SEATS)));
        List<Double> rates = new ArrayList<>();
        int wrong = 0;
        for (int round = 0; round < Math.min(3, effort.rounds()); round++) {
            String meeting = platform.meetings(1, SEATS).getFirst();
            SignUps signUps = SignUps.at(List.of(meeting));
            List<Reply> everybody = Clients.each(
                    port, IntStream.range(0, 2_000).mapToObj(i -> signUps.get()).toList());
            List<byte[]> cancellations = new ArrayList<>(everybody.stream()
                    .filter(reply -> reply.text().contains("\"CONFIRMED\""))
                    .map(CancelStorm::cancellation)
                    .toList());
            Collections.shuffle(cancellations);
            long begin = System.nanoTime();
            wrong += (int) Clients.each(port, cancellations).stream()
                    .filter(reply -> !reply.isRight())
                    .count();
            awaitHandedOn(port, meeting, 2_000 - 2 * SEATS);
            rates.add(SEATS / ((System.nanoTime() - begin) / 1e9));
            effort.say("round %d: %.0f seats handed on a second", round + 1, rates.getLast());
        }
        return List.of(
                Figure.of(
                        name(),
                        "seats given back and handed on to the next in line",
                        Effort.median(rates.stream().mapToDouble(Double::doubleValue)),
                        "/s"),
                Figure.of(name(), "answers that were not right", wrong, "").aiming(Target.atMost(0)));
    }

    private static byte[] cancellation(Reply receipt) {
        return HttpConnection.post(
                "/api/my-registrations/cancel",
                "{}",
                "X-Registration-Link: " + Person.token(receipt),
                "Idempotency-Key: " + UUID.randomUUID());
    }

    private static void awaitHandedOn(int port, String meeting, int waiting) {
        URI uri = URI.create("http://127.0.0.1:" + port + "/api/meetings/" + meeting + "/availability");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode now = Json.get(uri);
            if (now.path("waiting").asInt(-1) == waiting) {
                return;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("seats were not handed on: " + now);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
