package dk.astra.registration.groups;

import dk.astra.registration.meetings.KnownMeeting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Until when a leader can name people, in whole days as a calendar in Denmark has them. */
@Component
public class GroupDates {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
    private static final int USUAL_DAYS_BEFORE = 7;
    private static final int REMINDED_DAYS_BEFORE = 3;
    private static final LocalTime IN_THE_MORNING = LocalTime.of(7, 0);

    private final Clock clock;

    GroupDates(Clock clock) {
        this.clock = clock;
    }

    /** Tomorrow. */
    public LocalDate first() {
        return LocalDate.ofInstant(clock.instant(), DENMARK).plusDays(1);
    }

    /** The day on which registration closes; tomorrow, where that is earlier. */
    public LocalDate last(KnownMeeting meeting) {
        return later(first(), LocalDate.ofInstant(meeting.registrationClosesAt(), DENMARK));
    }

    /** A week before the meeting, as far as that is between the first and the last. */
    public LocalDate usual(KnownMeeting meeting) {
        LocalDate week = LocalDate.ofInstant(meeting.startsAt(), DENMARK).minusDays(USUAL_DAYS_BEFORE);
        LocalDate last = last(meeting);
        return later(first(), week.isAfter(last) ? last : week);
    }

    /** Null where that is over. */
    @Nullable
    Instant remindAt(LocalDate nameBy) {
        Instant morning = nameBy.minusDays(REMINDED_DAYS_BEFORE)
                .atTime(IN_THE_MORNING)
                .atZone(DENMARK)
                .toInstant();
        return morning.isAfter(clock.instant()) ? morning : null;
    }

    /** At the end of the day, or when the meeting begins. */
    Instant lapsesAt(LocalDate nameBy, KnownMeeting meeting) {
        Instant midnight = nameBy.plusDays(1).atStartOfDay(DENMARK).toInstant();
        return midnight.isBefore(meeting.startsAt()) ? midnight : meeting.startsAt();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
