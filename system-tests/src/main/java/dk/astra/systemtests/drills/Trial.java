package dk.astra.systemtests.drills;

import dk.astra.systemtests.Office;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** People sign up before, while and after a fault is there; then they are counted wherever they must be found. */
final class Trial {

    private static final int MEETINGS = 4;

    private final Ground ground;
    private final boolean insists;
    private final Instant began = Instant.now();
    private final Recount recount;
    private final List<String> meetings = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final SteadyLoad load;
    private final long deadLettersBefore;
    private Recount.@Nullable Found found;

    /** What makes a fault, and ends it before it returns. */
    interface Action {
        void run() throws Exception;
    }

    private Trial(Ground ground, Entrance entrance, long rate, boolean insists) {
        this.ground = ground;
        this.insists = insists;
        this.deadLettersBefore = DeadLetters.count(ground.stack());
        schedule(rate);
        this.load = new SteadyLoad(entrance, meetings, rate, insists);
        this.recount = new Recount(ground, meetings, began);
    }

    /** Begins with normal traffic of people who insist. */
    static Trial begin(Ground ground) {
        return begin(ground, new FrontDoor(ground.stack()));
    }

    static Trial begin(Ground ground, Entrance entrance) {
        return begin(ground, entrance, ground.pace().rate(), true);
    }

    static Trial begin(Ground ground, Entrance entrance, long rate, boolean insists) {
        Trial trial = new Trial(ground, entrance, rate, insists);
        trial.load.start();
        ground.let(ground.pace().lead(), trial::news);
        return trial;
    }

    /** Half of the meetings overflow, so that both kinds of registration are counted. */
    private void schedule(long rate) {
        Pace pace = ground.pace();
        long each = rate * pace.lead().plus(pace.fault()).plus(pace.tail()).toSeconds() / MEETINGS;
        for (int i = 0; i < MEETINGS; i++) {
            long capacity = i % 2 == 0 ? each * 3 : Math.max(1, each / 3);
            meetings.add(ground.office()
                    .schedule(Office.meeting("Krisemøde " + (i + 1), (int) Math.clamp(capacity, 1, 10_000))));
        }
    }

    SteadyLoad load() {
        return load;
    }

    List<String> meetings() {
        return meetings;
    }

    private String news() {
        return "%d asked, %d acknowledged"
                .formatted(load.sent(), load.acknowledged().size());
    }

    /** Lets traffic go on for a while. */
    void let(Duration pass) {
        ground.let(pass, this::news);
    }

    /** Makes a fault and lets traffic go on afterwards, so that the recovery is seen. */
    Fault during(String name, Action fault) throws Exception {
        return during(name, fault, () -> {});
    }

    /** The same with something that has to be done by hand when the fault is over; recovering begins before it. */
    Fault during(String name, Action fault, Action byHand) throws Exception {
        ground.say(name);
        Instant from = Instant.now();
        Instant until;
        try {
            fault.run();
            until = Instant.now();
            byHand.run();
        } catch (Exception | Error e) {
            load.stop();
            throw e;
        }
        Fault made = watched(new Fault(name, from, until, until));
        ground.say(String.format(
                Locale.ROOT,
                "%s: %.0f s; %s; answers again after %s",
                name,
                made.length().toMillis() / 1000.0,
                within(made).outcomes(),
                answersIn(made).map(Trial::seconds).orElse("not yet")));
        return made;
    }

    /** Traffic goes on until newcomers are answered as before, or until patience ends. */
    private Fault watched(Fault fault) {
        Instant latest =
                Instant.now().plus(ground.pace().tail()).plus(ground.pace().patience());
        faults.add(fault);
        let(ground.pace().tail());
        Fault made = fault.watchedUntil(Instant.now());
        while (answersIn(made).isEmpty() && Instant.now().isBefore(latest)) {
            let(Duration.ofSeconds(1));
            made = fault.watchedUntil(Instant.now());
        }
        faults.set(faults.size() - 1, made);
        return made;
    }

    /** The requests that began while the fault was there. */
    Attempts within(Fault fault) {
        return load.attempts().between(fault.from(), fault.until());
    }

    /** The requests that began after it. */
    Attempts after(Fault fault) {
        return load.attempts().between(fault.until(), fault.watchedUntil());
    }

    /** What is normal: everything before the first fault. */
    Attempts before() {
        Instant first = faults.isEmpty() ? Instant.MAX : faults.getFirst().from();
        return load.attempts().between(Instant.MIN, first);
    }

    Optional<Duration> answersIn(Fault fault) {
        return after(fault)
                .normalFrom(fault.until(), before().normal())
                .map(since -> Duration.between(fault.until(), since));
    }

    /** No newcomers any more; waits until everybody has an answer, then until nothing changes any more. */
    Trial end() {
        load.stop();
        load.awaitEverybody();
        ground.say("%d asked, %d acknowledged, %d asked again; counting"
                .formatted(load.sent(), load.acknowledged().size(), load.retries()));
        found = recount.whenQuiet(load);
        return this;
    }

    Tally tally() {
        if (found == null) {
            throw new IllegalStateException("The trial has not ended.");
        }
        return found.tally();
    }

    private Duration completeIn(Fault fault) {
        if (found == null) {
            throw new IllegalStateException("The trial has not ended.");
        }
        Instant last = found.lastMailOf(load.acknowledgedUntil(fault.until()));
        return last.isBefore(fault.until()) ? Duration.ZERO : Duration.between(fault.until(), last);
    }

    /** The finding with everything that is promised in every drill. */
    Finding finding(Drill drill, String happened) {
        return finding(drill, happened, 0);
    }

    /** The same where so many facts have to become dead letters. */
    Finding finding(Drill drill, String happened, long deadLettersWanted) {
        Tally tally = tally();
        Finding finding = Finding.of(drill, happened, tally)
                .recovered(worst(fault -> answersIn(fault).orElse(null)), worst(this::completeIn))
                .expecting(tally.lost() == 0, "lost: " + tally.losses())
                .expecting(tally.twice() == 0, "doubled: " + tally.doubles())
                .expecting(
                        !insists || tally.acknowledged() == tally.sent(),
                        "never acknowledged: "
                                + tally.refused().stream().distinct().limit(2).toList());
        for (Fault fault : faults) {
            finding = finding.expecting(answersIn(fault).isPresent(), "no normal answers again after: " + fault.name());
        }
        List<String> behind = recount.behind();
        long deadLetters = DeadLetters.count(ground.stack()) - deadLettersBefore;
        return finding.expecting(behind.isEmpty(), "not read to the end: " + behind)
                .expecting(
                        deadLetters == deadLettersWanted,
                        "%d facts became dead letters instead of %d".formatted(deadLetters, deadLettersWanted));
    }

    private @Nullable Duration worst(Function<Fault, @Nullable Duration> of) {
        return faults.stream()
                .flatMap(fault -> Stream.ofNullable(of.apply(fault)))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
