package dk.astra.portal.meetings;

import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What everybody may find, with the state of each meeting, and how old the news of it is. */
@Component
class FindMeetings {

    private final KnownMeetings meetings;
    private final KnownSeats seats;
    private final Clock clock;

    FindMeetings(KnownMeetings meetings, KnownSeats seats, Clock clock) {
        this.meetings = meetings;
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * Meetings by start.
     *
     * @param unsearched whether the words had to be left out because event-service is away
     */
    public record Found(List<MeetingCard> cards, boolean unsearched, Ages ages) {}

    /** One meeting. */
    public record FoundOne(MeetingCard card, Ages ages) {}

    /** What is to come and fits. */
    Found matching(MeetingFilter filter) {
        Known<List<Meeting>> upcoming = meetings.upcoming();
        Known<Map<String, Availability>> numbers = seats.ofUpcoming(upcoming.value());
        Optional<Set<String>> searched = withWords(filter);
        LocalDateTime now = now();
        List<MeetingCard> cards = upcoming.value().stream()
                .filter(filter::matches)
                .filter(meeting ->
                        searched.map(ids -> ids.contains(meeting.id())).orElse(true))
                .map(meeting -> card(meeting, numbers.value(), twinsAmong(upcoming.value(), meeting), now))
                .toList();
        return new Found(cards, filter.q() != null && searched.isEmpty(), Ages.of(upcoming, numbers));
    }

    /** Empty where there is nothing to look for, and where nobody can tell. */
    private Optional<Set<String>> withWords(MeetingFilter filter) {
        String words = filter.q();
        if (words == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(meetings.withWords(words).value());
        } catch (NeighbourUnavailable away) {
            return Optional.empty();
        }
    }

    Optional<FoundOne> one(String id) {
        LocalDateTime now = now();
        return meetings.find(id).map(known -> {
            Meeting meeting = known.value();
            Known<Map<String, Availability>> numbers = seats.of(meeting);
            List<Meeting> twins = meeting.twins().stream()
                    .flatMap(this::twin)
                    .filter(twin -> twin.isScheduled() && twin.isUpcoming(now))
                    .toList();
            return new FoundOne(card(meeting, numbers.value(), twins, now), Ages.of(known, numbers));
        });
    }

    /** A twin that cannot be read is not worth an error page. */
    private Stream<Meeting> twin(String id) {
        try {
            return meetings.find(id).map(Known::value).stream();
        } catch (NeighbourUnavailable away) {
            return Stream.empty();
        }
    }

    private static List<Meeting> twinsAmong(List<Meeting> upcoming, Meeting meeting) {
        if (meeting.twins().isEmpty()) {
            return List.of();
        }
        return upcoming.stream()
                .filter(other -> meeting.twins().contains(other.id()) && other.isScheduled())
                .toList();
    }

    private static MeetingCard card(
            Meeting meeting, Map<String, Availability> numbers, List<Meeting> twins, LocalDateTime now) {
        Availability its = numbers.get(meeting.id());
        return new MeetingCard(meeting, its, SignUpState.of(meeting, its, now), twins);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(Wording.DENMARK));
    }
}
