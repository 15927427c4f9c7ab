package dk.astra.portal.meetings;

import dk.astra.portal.calls.ServiceCalls;
import dk.astra.web.NeighbourUnavailable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * How full meetings are, as registration-service last told it: for everybody's pages. Where there is no answer, not
 * even an old one, the numbers are left out.
 */
@Component
class KnownSeats {

    private static final String ALL = "all";
    private static final int MOST = 500;

    private final Seats seats;
    private final KnownMeetings meetings;
    private final CacheSettings settings;
    private final Clock clock;
    private final LastKnown<String, Map<String, Availability>> answers;

    KnownSeats(
            Seats seats, KnownMeetings meetings, ServiceCalls registrationCalls, CacheSettings settings, Clock clock) {
        this.seats = seats;
        this.meetings = meetings;
        this.settings = settings;
        this.clock = clock;
        this.answers = new LastKnown<>(MOST, settings, clock, registrationCalls::changes);
    }

    /** Of everything that is to come, whatever the reader looks for, by meeting. */
    Known<Map<String, Availability>> ofUpcoming(List<Meeting> upcoming) {
        return numbers(
                ALL,
                upcoming.stream().filter(Meeting::isScheduled).map(Meeting::id).toList());
    }

    /** Of one meeting, and perhaps others. */
    Known<Map<String, Availability>> of(Meeting meeting) {
        if (!meeting.isScheduled()) {
            return nothing();
        }
        if (!settings.isOff()) {
            Known<Map<String, Availability>> all = amongUpcoming();
            if (all.value().containsKey(meeting.id())) {
                return all;
            }
        }
        return numbers(meeting.id(), List.of(meeting.id()));
    }

    private Known<Map<String, Availability>> amongUpcoming() {
        try {
            return ofUpcoming(meetings.upcoming().value());
        } catch (NeighbourUnavailable away) {
            return nothing();
        }
    }

    private Known<Map<String, Availability>> numbers(String question, List<String> ids) {
        if (ids.isEmpty()) {
            return nothing();
        }
        try {
            return answers.get(question, () -> seats.ask(ids));
        } catch (NeighbourUnavailable | HttpClientErrorException missing) {
            return nothing();
        }
    }

    private Known<Map<String, Availability>> nothing() {
        return new Known<>(Map.of(), clock.instant(), false);
    }
}
