package dk.astra.portal.registration;

import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.meetings.Meetings;
import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import dk.astra.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Meetings as event-service told of them last, so that an open form goes on while event-service is away. Whether a
 * sign-up is taken is registration-service's decision, never this memory's.
 */
@Component
public class SeenMeetings {

    private static final int MOST = 500;
    private static final Duration LIFE = Duration.ofHours(12);

    private final Meetings meetings;
    private final Clock clock;
    private final Map<String, Seen> seen = Collections.synchronizedMap(new Recent<>(MOST));

    SeenMeetings(Meetings meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    private record Seen(Meeting meeting, Instant at) {}

    /** Whether one can sign up now; a form is not offered where every answer would be refused. */
    public boolean isOpen(Meeting meeting) {
        return meeting.isOpenAt(LocalDateTime.now(clock.withZone(Wording.DENMARK)));
    }

    /**
     * As event-service answers, or as it did last.
     *
     * @throws NotFound where there is no such meeting
     * @throws NeighbourUnavailable while event-service is away and the meeting was not seen before
     */
    public Meeting find(String id) {
        try {
            Meeting meeting = meetings.find(id).orElseThrow(NotFound::new);
            seen.put(id, new Seen(meeting, clock.instant()));
            return meeting;
        } catch (NeighbourUnavailable away) {
            return remembered(id).orElseThrow(() -> away);
        }
    }

    /** The same, and nothing where event-service is away: what was typed is worth more than the meeting's title. */
    public Optional<Meeting> findIfPossible(String id) {
        try {
            return Optional.of(find(id));
        } catch (NeighbourUnavailable away) {
            return Optional.empty();
        }
    }

    /** Without asking anybody. */
    public Optional<Meeting> remembered(String id) {
        return Optional.ofNullable(seen.get(id))
                .filter(known -> known.at().plus(LIFE).isAfter(clock.instant()))
                .map(Seen::meeting);
    }
}
