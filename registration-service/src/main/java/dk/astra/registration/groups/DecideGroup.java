package dk.astra.registration.groups;

import dk.astra.registration.groups.Group.Outcome;
import dk.astra.registration.groups.Group.Place;
import dk.astra.registration.groups.Group.State;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.registration.GroupSeats;
import dk.astra.registration.registration.MeetingUnknown;
import dk.astra.registration.registration.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds seats for a group and decides, in one write, what becomes of each of its places. */
@Component
class DecideGroup {

    private final Groups groups;
    private final GroupSeats seats;
    private final KnownMeetings meetings;

    DecideGroup(Groups groups, GroupSeats seats, KnownMeetings meetings) {
        this.groups = groups;
        this.seats = seats;
        this.meetings = meetings;
    }

    /** Repeating it goes on with what is held; whoever decides second decides nothing. */
    void decide(Group group) {
        KnownMeeting meeting = meetings.find(group.meetingId()).orElseThrow(MeetingUnknown::new);
        if (meeting.status() != KnownMeeting.Status.SCHEDULED || group.leader() == null) {
            refuse(group, 0);
            return;
        }
        Map<Integer, Registration> held = seats.byNumber(group.id());
        List<Place> wanted = group.places().stream()
                .filter(place -> held.containsKey(place.number()) || !seats.isRegistered(group.wish(place)))
                .toList();
        List<Integer> seated = new ArrayList<>(held.keySet());
        if (group.fit != Fit.AS_MANY_AS_FIT) {
            int left = seated.size() + seats.left(meeting);
            if (left < wanted.size()) {
                notAll(group, wanted, left, meeting);
                return;
            }
        }
        for (Place place : wanted) {
            if (!held.containsKey(place.number())) {
                if (!seats.hold(group.wish(place), meeting)) {
                    break;
                }
                seated.add(place.number());
            }
        }
        if (group.fit != Fit.AS_MANY_AS_FIT && seated.size() < wanted.size()) {
            notAll(group, wanted, seated.size(), meeting);
            return;
        }
        Outcome beyond = group.rest == Rest.WAIT ? Outcome.WAITS : Outcome.NOT_TAKEN;
        take(group, wanted, place -> seated.contains(place.number()) ? Outcome.HELD : beyond, null);
    }

    /** @param turn kept while seats have to be let go, so that the next group finds them */
    private void take(Group group, List<Place> wanted, Function<Place, Outcome> outcome, @Nullable String turn) {
        List<Place> decision = group.places().stream()
                .map(place -> place.becomes(wanted.contains(place) ? outcome.apply(place) : Outcome.ALREADY))
                .toList();
        // the one write that decides; who comes second decides nothing
        groups.change(
                group,
                taken -> {
                    taken.state = State.TAKEN;
                    taken.places = decision;
                    taken.turn = turn;
                    return taken;
                },
                null);
    }

    /** More than the meeting ever has seats for would wait for nothing. */
    private void notAll(Group group, List<Place> wanted, int left, KnownMeeting meeting) {
        if (group.fit == Fit.TOGETHER && wanted.size() <= meeting.capacity()) {
            take(group, wanted, place -> Outcome.WAITS, group.turn);
        } else {
            refuse(group, left);
        }
    }

    /** The turn stays until the seats are let go, so that the next group finds them. */
    private void refuse(Group group, int left) {
        groups.change(
                group,
                refused -> {
                    refused.state = State.REFUSED;
                    refused.left = left;
                    return refused;
                },
                null);
    }
}
