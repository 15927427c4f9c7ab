package dk.astra.systemtests.drills;

import dk.astra.systemtests.MailLine;
import dk.astra.systemtests.Office;
import dk.astra.systemtests.Participant;
import dk.astra.systemtests.Stack;
import dk.astra.testsupport.StreamProbe;
import dk.astra.testsupport.StreamRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.core.JacksonException;

/** Looks for everybody who was acknowledged: in the store, on the stream, in the mailbox. */
final class Recount {

    private static final String REGISTRATIONS = "registrations";
    private static final Map<String, List<String>> FOLLOWERS = Map.of(
            "meetings",
            List.of("registration", "notification", "reporting"),
            REGISTRATIONS,
            List.of("notification", "reporting"),
            "invitations",
            List.of("notification"),
            "deliveries",
            List.of("reporting"));
    private static final Duration TO_THE_END_WITHIN = Duration.ofSeconds(60);

    private final Ground ground;
    private final List<String> meetings;
    private final Instant since;

    /** Where everybody was found, and when the first mail came to each address. */
    record Found(Tally tally, Map<String, Instant> firstMails) {

        Instant lastMailOf(Collection<Participant> people) {
            return people.stream()
                    .map(one -> firstMails.getOrDefault(one.email().toLowerCase(Locale.ROOT), Instant.EPOCH))
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
        }
    }

    Recount(Ground ground, List<String> meetings, Instant since) {
        this.ground = ground;
        this.meetings = meetings;
        this.since = since;
    }

    /** Counts until nothing is missing, or until nothing has changed for as long as the pace is patient. */
    Found whenQuiet(SteadyLoad load) {
        Instant begin = Instant.now();
        Found found = countWhenAnswered(load);
        Instant lastChange = Instant.now();
        // to count is work too, and must not be what the machine is busy with
        long pause =
                Math.max(2_000_000_000L, 2 * Duration.between(begin, lastChange).toNanos());
        while (found.tally().lost() > 0
                && Duration.between(lastChange, Instant.now())
                                .compareTo(ground.pace().patience())
                        < 0) {
            LockSupport.parkNanos(pause);
            Found now = countWhenAnswered(load);
            if (!now.tally().progress().equals(found.tally().progress())) {
                lastChange = Instant.now();
            }
            found = now;
        }
        return found;
    }

    /** A platform that has just been through a fault may refuse the one who counts, too, for a while. */
    private Found countWhenAnswered(SteadyLoad load) {
        Instant end = Instant.now().plus(ground.pace().patience());
        while (true) {
            try {
                return count(load);
            } catch (RuntimeException | AssertionError refused) {
                if (Instant.now().isAfter(end)) {
                    throw refused;
                }
                ground.say("cannot be counted yet: " + refused);
                LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            }
        }
    }

    private Found count(SteadyLoad load) {
        Stack stack = ground.stack();
        Office office = ground.office();
        Tally.Builder tally = new Tally.Builder(load.acknowledged(), load.sent(), load.refused());
        meetings.forEach(meeting -> office.participants(meeting).forEach(tally::stored));
        new FactsSince(stack.bootstrapServers(), since).forEach(REGISTRATIONS, fact -> {
            if (isOurs(fact)) {
                tally.onStream(fact);
            }
        });
        Map<String, Instant> firstMails = new HashMap<>();
        for (MailLine mail : stack.mailLines(since)) {
            tally.inMailbox(mail);
            firstMails.merge(
                    mail.to().toLowerCase(Locale.ROOT),
                    mail.receivedAt(),
                    (one, other) -> one.isBefore(other) ? one : other);
        }
        return new Found(tally.build(), firstMails);
    }

    private boolean isOurs(StreamRecord fact) {
        try {
            return fact.type().equals("registration.created.v1")
                    && meetings.contains(
                            fact.json().path("registration").path("meetingId").asString());
        } catch (JacksonException poison) {
            return false;
        }
    }

    /** Consumer groups that do not come to the end of the stream, each with how much it has left. */
    List<String> behind() {
        Instant end = Instant.now().plus(TO_THE_END_WITHIN);
        try (StreamProbe probe = new StreamProbe(ground.stack().bootstrapServers())) {
            List<String> behind = behind(probe);
            while (!behind.isEmpty() && Instant.now().isBefore(end)) {
                LockSupport.parkNanos(500_000_000L);
                behind = behind(probe);
            }
            return behind;
        }
    }

    private static List<String> behind(StreamProbe probe) {
        List<String> behind = new ArrayList<>();
        FOLLOWERS.forEach((stream, groups) -> {
            for (String group : groups) {
                long lag = probe.lag(group, stream);
                if (lag > 0) {
                    behind.add("%s has %d of %s left".formatted(group, lag, stream));
                }
            }
        });
        return behind;
    }
}
