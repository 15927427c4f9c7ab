package dk.astra.registration.groups;

import dk.astra.registration.registration.GroupSeats;
import dk.astra.registration.registration.NamePlace;
import dk.astra.registration.registration.Registration;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What is due by itself: what a crash interrupted, reminders, and places that nobody was named for. */
@Component
class FollowGroups {

    private static final Logger log = LoggerFactory.getLogger(FollowGroups.class);
    private static final int AT_A_TIME = 100;

    private final Groups groups;
    private final GroupSeats seats;
    private final GroupTurns turns;
    private final SettleGroup settle;
    private final NamePlace naming;
    private final GroupFacts facts;
    private final Clock clock;

    FollowGroups(
            Groups groups,
            GroupSeats seats,
            GroupTurns turns,
            SettleGroup settle,
            NamePlace naming,
            GroupFacts facts,
            Clock clock) {
        this.groups = groups;
        this.seats = seats;
        this.turns = turns;
        this.settle = settle;
        this.naming = naming;
        this.facts = facts;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${tilmelding.sweep:10s}", initialDelayString = "${tilmelding.sweep:10s}")
    void sweep() {
        try {
            groups.unsettled(AT_A_TIME).stream().filter(turns::isLeftBehind).forEach(settle::finish);
            seats.held(AT_A_TIME).forEach(this::letGoIfForgotten);
        } catch (RuntimeException e) {
            log.warn("groups will be finished later: {}", e.toString());
        }
    }

    /** Held by somebody who was so slow that the group was decided without it, and who died before seeing so. */
    private void letGoIfForgotten(Registration held) {
        String groupId = held.groupId();
        if (groupId != null
                && groups.find(groupId)
                        .filter(group -> group.state != Group.State.DONE)
                        .isEmpty()) {
            seats.letGo(held);
        }
    }

    @Scheduled(fixedDelayString = "${tilmelding.sweep:10s}", initialDelayString = "${tilmelding.sweep:10s}")
    void remindAndLapse() {
        Instant now = clock.instant();
        try {
            groups.toRemind(now, AT_A_TIME).forEach(this::remind);
            groups.toLapse(now, AT_A_TIME).forEach(this::lapse);
        } catch (RuntimeException e) {
            log.warn("places without a person are looked at later: {}", e.toString());
        }
    }

    private void remind(Group group) {
        int unnamed = (int)
                unnamed(group).stream().filter(place -> place.status().isLive()).count();
        groups.change(
                        group,
                        reminded -> {
                            reminded.remindAt = null;
                            return reminded;
                        },
                        unnamed > 0 ? after -> facts.namingDue(after, unnamed) : null)
                .ifPresent(reminded -> facts.relay(reminded.id(), reminded.outbox()));
    }

    private void lapse(Group group) {
        unnamed(group).forEach(naming::lapse);
        List<Registration> lapsed =
                unnamed(group).stream().filter(Registration::isNamingClosed).toList();
        groups.change(
                        group,
                        over -> {
                            over.remindAt = null;
                            over.lapsesAt = null;
                            return over;
                        },
                        lapsed.isEmpty() ? null : facts::lapsed)
                .ifPresent(over -> facts.relay(over.id(), over.outbox()));
        log.info("group {}: {} places without a person lapsed", group.id(), lapsed.size());
    }

    private List<Registration> unnamed(Group group) {
        return seats.of(group.id()).stream().filter(Registration::isUnnamed).toList();
    }
}
