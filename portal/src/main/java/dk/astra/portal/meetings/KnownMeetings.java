package dk.astra.portal.meetings;

import dk.astra.portal.calls.ServiceCalls;
import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What is announced, as event-service last told it: for everybody's pages, and while event-service is away. All of it
 * is asked for at once, so that filters, months and single meetings cost no calls of their own.
 */
@Component
public class KnownMeetings {

    private static final String ALL = "all";
    /** A calendar that follows a feed keeps what was, for some time. */
    private static final int MONTHS_BACK = 6;

    private static final int MOST_MEETINGS = 500;
    private static final int MOST_SEARCHES = 200;

    private final Meetings meetings;
    private final CacheSettings settings;
    private final Clock clock;
    private final LastKnown<String, List<Meeting>> announced;
    private final LastKnown<String, Set<String>> searches;
    private final LastKnown<String, Optional<Meeting>> others;

    KnownMeetings(Meetings meetings, ServiceCalls eventCalls, CacheSettings settings, Clock clock) {
        this.meetings = meetings;
        this.settings = settings;
        this.clock = clock;
        this.announced = new LastKnown<>(1, settings, clock, eventCalls::changes);
        this.searches = new LastKnown<>(MOST_SEARCHES, settings, clock, eventCalls::changes);
        this.others = new LastKnown<>(MOST_MEETINGS, settings, clock, eventCalls::changes);
    }

    /** By start, from some months ago on: also cancelled and held ones. */
    Known<List<Meeting>> announced() {
        return announced.get(ALL, () -> meetings.announced(earliest(), null));
    }

    /** Those of them that are not over, by start. */
    Known<List<Meeting>> upcoming() {
        LocalDateTime now = now();
        return announced()
                .map(all ->
                        all.stream().filter(meeting -> meeting.isUpcoming(now)).toList());
    }

    /** Ids of the announced ones in which all these words occur; which words those are, event-service knows. */
    Known<Set<String>> withWords(String words) {
        return searches.get(
                words,
                () -> meetings.announced(earliest(), words).stream()
                        .map(Meeting::id)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * A meeting that everybody may see.
     *
     * @throws NeighbourUnavailable where it is not known and event-service is away
     */
    public Optional<Known<Meeting>> find(String id) {
        Optional<Known<Meeting>> found = settings.isOff() ? Optional.empty() : amongAnnounced(id);
        if (found.isPresent()) {
            return found;
        }
        Known<Optional<Meeting>> other = others.get(id, () -> meetings.find(id));
        return other.value().map(meeting -> other.map(any -> meeting));
    }

    private Optional<Known<Meeting>> amongAnnounced(String id) {
        try {
            Known<List<Meeting>> all = announced();
            return all.value().stream()
                    .filter(meeting -> meeting.id().equals(id))
                    .findFirst()
                    .map(meeting -> all.map(any -> meeting));
        } catch (NeighbourUnavailable away) {
            return Optional.empty();
        }
    }

    private LocalDate earliest() {
        return now().toLocalDate().withDayOfMonth(1).minusMonths(MONTHS_BACK);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(Wording.DENMARK));
    }
}
