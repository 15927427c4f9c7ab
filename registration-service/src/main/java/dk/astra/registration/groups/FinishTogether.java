package dk.astra.registration.groups;

import dk.astra.registration.groups.Group.Together;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.registration.CollectedSeats;
import dk.astra.registration.registration.GroupSeats;
import dk.astra.registration.registration.PromoteWaiting;
import dk.astra.registration.registration.Registration;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What a crash left of groups that wait together: a decision half carried out, or seats that nobody collects on. */
@Component
class FinishTogether {

    private static final Logger log = LoggerFactory.getLogger(FinishTogether.class);
    private static final int AT_A_TIME = 100;
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(5);

    private final Groups groups;
    private final GroupSeats held;
    private final CollectedSeats seats;
    private final SeatTogether together;
    private final KnownMeetings meetings;
    private final PromoteWaiting promotion;
    private final Clock clock;

    FinishTogether(
            Groups groups,
            GroupSeats held,
            CollectedSeats seats,
            SeatTogether together,
            KnownMeetings meetings,
            PromoteWaiting promotion,
            Clock clock) {
        this.groups = groups;
        this.held = held;
        this.seats = seats;
        this.together = together;
        this.meetings = meetings;
        this.promotion = promotion;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${tilmelding.sweep:10s}", initialDelayString = "${tilmelding.sweep:10s}")
    void sweep() {
        try {
            groups.unsettled(AT_A_TIME).stream()
                    .filter(group -> group.together == Together.SEATED || group.together == Together.PARTED)
                    .forEach(this::finish);
            held.held(AT_A_TIME).stream()
                    .filter(seat -> seat.groupId() == null)
                    .filter(seat -> clock.instant().isAfter(seat.registeredAt().plus(LEFT_BEHIND)))
                    .forEach(this::review);
        } catch (RuntimeException e) {
            log.warn("groups that wait together will be finished later: {}", e.toString());
        }
    }

    private void finish(Group group) {
        together.carryOut(group);
        promotion.run(group.meetingId());
    }

    /** A seat that was collected, and belongs to nobody yet. */
    private void review(Registration seat) {
        String hold = String.valueOf(seat.groupHold());
        Optional<Group> group = groups.find(hold.substring(0, hold.lastIndexOf(':')))
                .filter(one -> one.together != null && one.hold().equals(hold));
        Optional<KnownMeeting> meeting = meetings.find(seat.meetingId());
        if (group.isEmpty() || meeting.isEmpty()) {
            seats.letGo(seat.meetingId(), hold);
        } else {
            together.seat(group.get().id(), meeting.get());
        }
        promotion.run(seat.meetingId());
    }
}
