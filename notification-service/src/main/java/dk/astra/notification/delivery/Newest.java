package dk.astra.notification.delivery;

import dk.astra.notification.mails.Mail;
import dk.astra.notification.meetings.KnownMeeting;
import dk.astra.notification.meetings.KnownMeetings;
import dk.astra.notification.registrations.KnownRegistration;
import dk.astra.notification.registrations.KnownRegistrations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The newest that is known of meetings and registrations, read together for the mails of a round. */
@Component
class Newest {

    /** A round that waits for a slow mail server reads again. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(2);

    private final KnownMeetings meetings;
    private final KnownRegistrations registrations;
    private final Clock clock;

    Newest(KnownMeetings meetings, KnownRegistrations registrations, Clock clock) {
        this.meetings = meetings;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** Two reads, however many mails. */
    Look of(Collection<Mail> mails) {
        return new Look(
                clock.instant().plus(GOOD_FOR),
                meetings.findAll(
                        mails.stream().map(mail -> mail.cause().meetingId()).collect(Collectors.toSet())),
                registrations.findAll(mails.stream()
                        .map(mail -> mail.cause().registrationId())
                        .collect(Collectors.toSet())));
    }

    /** What was read, or is read again when it has become old. */
    final class Look {

        private final Instant goodUntil;
        private final Map<String, KnownMeeting> knownMeetings;
        private final Map<String, KnownRegistration> knownRegistrations;

        private Look(
                Instant goodUntil,
                Map<String, KnownMeeting> knownMeetings,
                Map<String, KnownRegistration> knownRegistrations) {
            this.goodUntil = goodUntil;
            this.knownMeetings = knownMeetings;
            this.knownRegistrations = knownRegistrations;
        }

        @Nullable
        KnownMeeting meeting(String meetingId) {
            return isGood()
                    ? knownMeetings.get(meetingId)
                    : meetings.find(meetingId).orElse(null);
        }

        @Nullable
        KnownRegistration registration(String registrationId) {
            return isGood()
                    ? knownRegistrations.get(registrationId)
                    : registrations.find(registrationId).orElse(null);
        }

        private boolean isGood() {
            return clock.instant().isBefore(goodUntil);
        }
    }
}
