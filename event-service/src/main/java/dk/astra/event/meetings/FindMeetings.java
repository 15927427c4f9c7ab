package dk.astra.event.meetings;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists and reads meetings. There are hundreds, so they are filtered here and not in the store. */
@Component
public class FindMeetings {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::start).thenComparing(Place::meetingId);

    private final Meetings meetings;
    private final Clock clock;

    FindMeetings(Meetings meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    /**
     * A meeting's place in the list.
     *
     * @param start then by id
     */
    public record Place(Instant start, String meetingId) {

        static Place of(Meeting meeting) {
            return new Place(meeting.times().startInstant(), meeting.id());
        }
    }

    /**
     * A part of the list.
     *
     * @param last null where nothing comes after it
     */
    public record Page(List<Meeting> items, @Nullable Place last) {}

    /** @param drafts whether the reader may see what is not announced */
    public Optional<Meeting> find(String id, boolean drafts) {
        return meetings.find(id).filter(meeting -> drafts || meeting.isAnnounced());
    }

    /**
     * Meetings by start.
     *
     * @param after last place that the reader has; null for the beginning
     */
    public Page list(MeetingFilter filter, @Nullable Place after, int limit) {
        Instant now = clock.instant();
        List<String> words = FoldedText.words(filter.text());
        Predicate<Meeting> isFurther = meeting -> after == null || ORDER.compare(Place.of(meeting), after) > 0;
        List<Meeting> found = meetings.inStatus(filter.states()).stream()
                .filter(meeting -> filter.matches(meeting, now, words))
                .filter(isFurther)
                .sorted(Comparator.comparing(Place::of, ORDER))
                .limit(limit + 1L)
                .toList();
        return found.size() <= limit
                ? new Page(found, null)
                : new Page(found.subList(0, limit), Place.of(found.get(limit - 1)));
    }
}
