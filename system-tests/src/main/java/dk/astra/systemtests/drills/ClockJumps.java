package dk.astra.systemtests.drills;

import dk.astra.systemtests.Stack;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The clock of registration-service jumps an hour ahead and back, by a small library of our own ({@code clock.c}) between
 * the process and the system's clock. Monotonic time goes on as it does when somebody sets a clock.
 */
final class ClockJumps implements Drill {

    private static final String SERVICE = "registration-service";
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration AT_THE_JUMP = Duration.ofSeconds(3);
    private static final int MOST_CLOSED = 5;

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public String promise() {
        return "When the clock of registration-service jumps an hour ahead and back, registering goes on and no mail is lost or"
                + " repeated; at the jump kept connections may be closed, and who asked over one is in at the second try.";
    }

    @Override
    public Finding run(Ground given) throws Exception {
        Optional<ShiftedClock> made = ShiftedClock.in(given.stack().data());
        if (made.isEmpty()) {
            return Finding.skipped(this, "there is no C compiler to build clock.c (Debian: apt-get install gcc)");
        }
        ShiftedClock clock = made.get();
        Ground ground = given.at(
                given.pace().quick()
                        ? given.pace()
                        : given.pace().lasting(Duration.ofSeconds(30), Duration.ofSeconds(20)));
        Stack stack = ground.stack();
        stack.startAgain(SERVICE, clock.variables());
        try {
            Trial trial = Trial.begin(ground);
            Duration[] jumped = new Duration[1];
            Fault jump = trial.during("clock an hour ahead", () -> {
                clock.ahead(AN_HOUR);
                trial.let(ground.pace().fault());
                jumped[0] = ahead(stack);
                clock.ahead(Duration.ZERO);
            });
            Duration back = ahead(stack);
            trial.end();
            Attempts failed = trial.load().attempts().where(one -> !one.isAcknowledged());
            return trial.finding(
                            this,
                            "ahead by %d min for %s, then by %d min; meanwhile %s%s"
                                    .formatted(
                                            minutes(jumped[0]),
                                            Trial.seconds(jump.length()),
                                            minutes(back),
                                            trial.within(jump).outcomes(),
                                            told(failed, jump)))
                    .expecting(minutes(jumped[0]) == 60, "the clock did not jump")
                    .expecting(minutes(back) == 0, "the clock did not jump back")
                    .expecting(
                            failed.where(one -> !isOfAClosedConnection(one, jump))
                                    .all()
                                    .isEmpty(),
                            "not everybody was registered at the first try: " + failed.troubles())
                    .expecting(failed.all().size() <= MOST_CLOSED, "more than a few connections broke at the jump");
        } finally {
            stack.startAgain(SERVICE, Map.of());
        }
    }

    /**
     * Tomcat reckons by the wall clock how long a kept connection was idle: when the clock goes ahead it closes those that
     * wait at that moment, and a request that is just under way on one of them gets no answer.
     */
    private static boolean isOfAClosedConnection(Attempt one, Fault jump) {
        return one.status() == 0
                && one.first()
                && Duration.between(jump.from(), one.at()).abs().compareTo(AT_THE_JUMP) < 0;
    }

    private static String told(Attempts failed, Fault jump) {
        return failed.all().stream()
                .map(one -> "; %s after the jump: %s"
                        .formatted(Trial.seconds(Duration.between(jump.from(), one.answeredAt())), one.trouble()))
                .collect(Collectors.joining());
    }

    /** Dates in answers have seconds only. */
    private static long minutes(Duration ahead) {
        return Math.round(ahead.toSeconds() / 60.0);
    }

    /** How far the service's clock is ahead of ours, by the date of its answer. */
    private static Duration ahead(Stack stack) throws IOException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(stack.registrations("/api/availability?meetingIds=none"))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            String date = answer.headers().firstValue("Date").orElseThrow(() -> new IOException("no date"));
            return Duration.between(
                    Instant.now(),
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
