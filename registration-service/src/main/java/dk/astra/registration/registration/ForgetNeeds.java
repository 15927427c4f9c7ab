package dk.astra.registration.registration;

import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.needs.KeptNeeds;
import dk.astra.registration.needs.Needs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes what people need when nobody needs to know it any more: seven days after the meeting's end as it is known by
 * then, and what a crash left of registrations that are over or were never written.
 */
@Component
public class ForgetNeeds {

    private static final Logger log = LoggerFactory.getLogger(ForgetNeeds.class);
    private static final int AT_A_TIME = 200;
    /** Needs are written before their registration: somebody may be on the way. */
    private static final Duration ON_THE_WAY = Duration.ofMinutes(10);

    private final Needs needs;
    private final Registrations registrations;
    private final KnownMeetings meetings;
    private final Clock clock;

    public ForgetNeeds(Needs needs, Registrations registrations, KnownMeetings meetings, Clock clock) {
        this.needs = needs;
        this.registrations = registrations;
        this.meetings = meetings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${tilmelding.needs-sweep:PT10M}", initialDelayString = "PT1M")
    void sweep() {
        try {
            int forgotten = forget();
            if (forgotten > 0) {
                log.info("needs of {} registrations are deleted", forgotten);
            }
        } catch (RuntimeException e) {
            log.warn("needs will be deleted later: {}", e.toString());
        }
    }

    /** @return how many were deleted */
    public int forget() {
        Map<String, Optional<KnownMeeting>> known = new HashMap<>();
        int forgotten = 0;
        String last = "";
        List<KeptNeeds> some = needs.after(last, AT_A_TIME);
        while (!some.isEmpty()) {
            Map<String, Registration> live = new HashMap<>();
            registrations
                    .findAll(some.stream().map(KeptNeeds::registrationId).toList())
                    .forEach(registration -> live.put(registration.id(), registration));
            List<String> over = some.stream()
                    .filter(kept -> isOver(kept, known.computeIfAbsent(kept.meetingId(), meetings::find))
                            || isLeftBehind(kept, live.get(kept.registrationId())))
                    .map(KeptNeeds::registrationId)
                    .toList();
            needs.forget(over);
            forgotten += over.size();
            last = some.getLast().registrationId();
            some = needs.after(last, AT_A_TIME);
        }
        return forgotten;
    }

    private boolean isOver(KeptNeeds kept, Optional<KnownMeeting> meeting) {
        Instant now = clock.instant();
        return meeting.filter(known -> !now.isBefore(known.endsAt().plus(KeptNeeds.KEPT_AFTER_THE_MEETING)))
                .isPresent();
    }

    private boolean isLeftBehind(KeptNeeds kept, @Nullable Registration registration) {
        if (registration != null && registration.keepsNeedsOf(kept.personId())) {
            return false;
        }
        return kept.writtenAt().plus(ON_THE_WAY).isBefore(clock.instant());
    }
}
