package dk.astra.registration.registration;

import dk.astra.contracts.registrations.CancelledBy;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets registrations follow what happens to their meeting: seats follow the capacity, a cancelled meeting cancels
 * its registrations. What a crash interrupted, the sweep takes up.
 */
@Component
public class FollowMeeting {

    private static final Logger log = LoggerFactory.getLogger(FollowMeeting.class);
    private static final int BATCH = 200;

    private final KnownMeetings meetings;
    private final Registrations registrations;
    private final SeatCapacity capacity;
    private final CancelRegistration cancellation;
    private final PromoteWaiting promotion;
    private final MeetingLines lines;

    FollowMeeting(
            KnownMeetings meetings,
            Registrations registrations,
            SeatCapacity capacity,
            CancelRegistration cancellation,
            PromoteWaiting promotion,
            MeetingLines lines) {
        this.meetings = meetings;
        this.registrations = registrations;
        this.capacity = capacity;
        this.cancellation = cancellation;
        this.promotion = promotion;
        this.lines = lines;
    }

    /**
     * Takes note of a meeting's state. The consequences are drawn also for a state that is known already, because a
     * crash may have come between.
     *
     * @param toldAt when event-service decided it
     * @return false when that state, or a later one, was known
     */
    public boolean follow(KnownMeeting told, Instant toldAt) {
        boolean learned = meetings.learn(told, toldAt);
        KnownMeeting meeting = meetings.find(told.id()).orElse(told);
        drawConsequences(meeting);
        return learned;
    }

    private void drawConsequences(KnownMeeting meeting) {
        switch (meeting.status()) {
            case SCHEDULED -> {
                long kept = registrations.count(meeting.id(), Status.HELD_BACK);
                if (meeting.seatsOpened() > meeting.newcomerSeats()
                        || meeting.seatsOpened() - kept != meeting.capacity()) {
                    capacity.follow(meeting.id());
                }
            }
            case CANCELLED -> cancelAll(meeting.id());
            case HELD -> {}
        }
    }

    private void cancelAll(String meetingId) {
        List<Registration> live = registrations.live(meetingId, BATCH);
        while (!live.isEmpty()) {
            live.forEach(registration -> cancellation.cancel(registration.id(), CancelledBy.MEETING));
            live = registrations.live(meetingId, BATCH);
        }
    }

    /** What is due by now whatever was interrupted. */
    @Scheduled(fixedDelayString = "${tilmelding.sweep:10s}", initialDelayString = "${tilmelding.sweep:10s}")
    void sweep() {
        lines.forgetIdle();
        List<KnownMeeting> upcoming;
        try {
            upcoming = meetings.upcoming();
        } catch (RuntimeException e) {
            log.warn("sweep of meetings will be repeated: {}", e.toString());
            return;
        }
        upcoming.forEach(this::sweep);
    }

    private void sweep(KnownMeeting meeting) {
        try {
            drawConsequences(meeting);
            if (meeting.status() == KnownMeeting.Status.SCHEDULED
                    && !registrations.firstInLine(meeting.id(), 1).isEmpty()) {
                promotion.run(meeting.id());
            }
        } catch (RuntimeException e) {
            log.warn("sweep of meeting {} will be repeated: {}", meeting.id(), e.toString());
        }
    }
}
