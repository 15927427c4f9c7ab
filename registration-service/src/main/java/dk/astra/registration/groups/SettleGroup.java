package dk.astra.registration.groups;

import dk.astra.registration.groups.Group.Outcome;
import dk.astra.registration.groups.Group.Place;
import dk.astra.registration.groups.Group.State;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.registration.GroupSeats;
import dk.astra.registration.registration.JoinTogether;
import dk.astra.registration.registration.MeetingUnknown;
import dk.astra.registration.registration.Registration;
import dk.astra.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes a group from its intent to its end: seats are held, one write decides, then they are taken or let go. Any number
 * may do so at once with the same group, and a crash may stop it anywhere: whoever comes next goes on from what is
 * stored, so all of a group get their seats or nobody keeps one.
 */
@Component
class SettleGroup {

    private static final Logger log = LoggerFactory.getLogger(SettleGroup.class);

    private final Groups groups;
    private final DecideGroup decision;
    private final GroupSeats seats;
    private final JoinTogether line;
    private final KnownMeetings meetings;
    private final GroupFacts facts;
    private final GroupDates dates;

    SettleGroup(
            Groups groups,
            DecideGroup decision,
            GroupSeats seats,
            JoinTogether line,
            KnownMeetings meetings,
            GroupFacts facts,
            GroupDates dates) {
        this.groups = groups;
        this.decision = decision;
        this.seats = seats;
        this.line = line;
        this.meetings = meetings;
        this.facts = facts;
        this.dates = dates;
    }

    /**
     * @return the group, DONE
     * @throws GroupDoesNotFit when all were to get a seat, and not all can
     */
    Group settle(Group asked) {
        Group group = asked;
        while (true) {
            switch (group.state) {
                case ASKED -> decision.decide(group);
                case TAKEN -> complete(group);
                case REFUSED -> {
                    seats.of(group.id()).forEach(seats::letGo);
                    groups.remove(group);
                    log.info("group {} at meeting {} does not fit", group.id(), group.meetingId());
                    throw new GroupDoesNotFit(group.left == null ? 0 : group.left);
                }
                case DONE -> {
                    return group;
                }
            }
            Optional<Group> read = groups.find(group.id());
            if (read.isEmpty()) {
                // refused by somebody who went on with it meanwhile
                seats.of(group.id()).forEach(seats::letGo);
                throw new GroupDoesNotFit(
                        meetings.find(group.meetingId()).map(seats::left).orElse(0));
            }
            group = read.get();
        }
    }

    /** The same for one that nobody waits for. */
    void finish(Group leftBehind) {
        try {
            settle(leftBehind);
        } catch (Refusal refusal) {
            log.info("group {} ends as {}", leftBehind.id(), refusal.name());
        }
    }

    private void complete(Group group) {
        KnownMeeting meeting = meetings.find(group.meetingId()).orElseThrow(MeetingUnknown::new);
        boolean together = waitsTogether(group);
        if (together) {
            seats.of(group.id()).forEach(seats::letGo);
            line.openUnused(meeting);
        }
        Map<Integer, Registration> mine = seats.byNumber(group.id());
        List<Place> places = group.places().stream()
                .map(place -> place.withoutPerson()
                        .becomes(
                                group.leader() == null
                                        ? Outcome.NOT_TAKEN
                                        : outcome(group, place, mine.get(place.number()), meeting)))
                .toList();
        // of somebody who held one after the decision
        seats.of(group.id()).forEach(seats::letGo);
        done(group, meeting, places);
        if (together) {
            line.joined(meeting.id());
        }
    }

    private static boolean waitsTogether(Group group) {
        return group.fit == Fit.TOGETHER && group.places().stream().anyMatch(place -> place.outcome() == Outcome.WAITS);
    }

    private Outcome outcome(Group group, Place place, @Nullable Registration there, KnownMeeting meeting) {
        boolean in = switch (place.outcome()) {
            case HELD -> there != null && seats.take(there, group.wish(place));
            case WAITS -> {
                if (group.fit == Fit.TOGETHER) {
                    yield line.join(group.wish(place), meeting);
                }
                yield there == null ? seats.join(group.wish(place), meeting) : seats.take(there, group.wish(place));
            }
            default -> false;
        };
        if (in) {
            return Outcome.IN;
        }
        return place.outcome() == Outcome.NOT_TAKEN ? Outcome.NOT_TAKEN : Outcome.ALREADY;
    }

    private void done(Group group, KnownMeeting meeting, List<Place> places) {
        boolean anybody = places.stream().anyMatch(place -> place.outcome() == Outcome.IN);
        int unnamed = (int) places.stream()
                .filter(place -> place.outcome() == Outcome.IN && !place.named())
                .count();
        groups.change(
                        group,
                        done -> {
                            done.state = State.DONE;
                            done.unsettled = null;
                            done.turn = null;
                            done.places = places;
                            done.together = waitsTogether(group) ? Group.Together.WAITING : null;
                            if (unnamed > 0) {
                                done.remindAt = dates.remindAt(done.nameBy());
                                done.lapsesAt = dates.lapsesAt(done.nameBy(), meeting);
                            }
                            return done;
                        },
                        anybody ? after -> facts.signedUp(after, unnamed) : null)
                .ifPresent(done -> {
                    log.info("group {} at meeting {} has {} places", done.id(), done.meetingId(), places.size());
                    facts.relay(done.id(), done.outbox());
                });
    }
}
