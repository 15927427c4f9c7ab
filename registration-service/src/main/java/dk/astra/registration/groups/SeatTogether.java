package dk.astra.registration.groups;

import dk.astra.registration.groups.Group.Together;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.registration.CollectedSeats;
import dk.astra.registration.registration.GroupsInLine;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives a group that waits together its seats all at once: free seats are collected, one write of the group decides, and
 * is refused when what it was decided upon has changed; then they are handed over or let go. Any number may do so at
 * once with the same group, and a crash may stop it anywhere (ADR 0019).
 */
@Component
class SeatTogether implements GroupsInLine {

    private static final Logger log = LoggerFactory.getLogger(SeatTogether.class);

    private final Groups groups;
    private final CollectedSeats seats;
    private final GroupFacts facts;

    SeatTogether(Groups groups, CollectedSeats seats, GroupFacts facts) {
        this.groups = groups;
        this.seats = seats;
        this.facts = facts;
    }

    @Override
    public int seat(String groupId, KnownMeeting meeting) {
        Optional<Group> read = groups.find(groupId);
        while (read.isPresent()) {
            Group group = read.get();
            if (group.state != Group.State.DONE) {
                return 0; // some of its people are not in line yet
            }
            if (group.together != Together.WAITING) {
                return carryOut(group);
            }
            int needed = seats.waiting(meeting.id(), groupId).size();
            boolean suffices = needed > 0 && seats.collect(meeting.id(), group.hold(), needed);
            boolean decided = decide(group, suffices);
            read = groups.find(groupId);
            if (read.filter(now -> now.hold().equals(group.hold())).isEmpty()) {
                seats.letGo(meeting.id(), group.hold()); // also what was collected too late
            }
            if (decided && !suffices) {
                return 0;
            }
        }
        return 0;
    }

    /** The one write that decides: after it the seats count for the group, or never again. */
    private boolean decide(Group group, boolean suffices) {
        return groups.change(
                        group,
                        decided -> {
                            if (suffices) {
                                decided.together = Together.SEATED;
                                decided.unsettled = true;
                            } else {
                                decided.round++;
                            }
                            return decided;
                        },
                        null)
                .isPresent();
    }

    /** From now on its people wait one by one; they keep their numbers. One that got its seats meanwhile has them. */
    void part(Group waiting) {
        Optional<Group> read = Optional.of(waiting);
        while (read.isPresent() && read.get().together == Together.WAITING) {
            groups.change(
                    read.get(),
                    parted -> {
                        parted.together = Together.PARTED;
                        parted.unsettled = true;
                        return parted;
                    },
                    null);
            read = groups.find(waiting.id());
        }
        read.ifPresent(this::carryOut);
    }

    /** What was decided, to its end; repeating it changes nothing. */
    int carryOut(Group group) {
        boolean seated = group.together == Together.SEATED;
        int given = 0;
        if (seated) {
            given = seats.give(group.meetingId(), group.id(), group.hold());
        } else {
            seats.part(group.meetingId(), group.id());
        }
        if (group.together != null) {
            seats.letGo(group.meetingId(), group.hold());
            groups.change(
                            group,
                            over -> {
                                over.endTogether();
                                return over;
                            },
                            seated && group.leader() != null
                                    ? over -> facts.seated(over, seats.unnamed(over.id()))
                                    : null)
                    .ifPresent(over -> {
                        log.info("group {} {}", over.id(), seated ? "got its seats" : "waits together no more");
                        facts.relay(over.id(), over.outbox());
                    });
        }
        return given;
    }
}
