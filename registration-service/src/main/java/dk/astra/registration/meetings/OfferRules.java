package dk.astra.registration.meetings;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a seat of a meeting is offered before it is given, and for how long (docs/adr/0015).
 *
 * @param freedSeats a freed seat is offered to the first in line; otherwise it is given at once
 * @param hours how long such an offer lasts
 * @param newcomers a newcomer's seat is kept until the mail to them is answered
 */
public record OfferRules(boolean freedSeats, int hours, boolean newcomers) {

    /** A meeting that offered seats once, and does not any more: some may be under offer still. */
    public static final OfferRules NO_MORE = new OfferRules(false, 0, false);

    /** Less time than this is none: who would see the mail? */
    static final Duration SHORTEST = Duration.ofHours(2);

    private static final Duration UNTIL_CONFIRMED = Duration.ofHours(24);

    /** Rules of a meeting as it came to be known; null where it never offered a seat. */
    public static @Nullable OfferRules of(boolean freedSeats, @Nullable Integer hours, boolean newcomers) {
        return freedSeats || newcomers ? new OfferRules(freedSeats, hours == null ? 48 : hours, newcomers) : null;
    }

    /**
     * The end of an offer that begins now: the hours the organiser gave, shortened by the cancellation deadline, or by
     * the start once the deadline is near or past.
     *
     * @return empty where no time is left to answer, so that the seat is given at once
     */
    Optional<Instant> freedUntil(KnownMeeting meeting, Instant now) {
        if (!freedSeats || now.plus(SHORTEST).isAfter(meeting.startsAt())) {
            return Optional.empty();
        }
        boolean deadlineLeavesTime = !now.plus(SHORTEST).isAfter(meeting.cancellationDeadline());
        Instant last =
                deadlineLeavesTime ? earlier(meeting.cancellationDeadline(), meeting.startsAt()) : meeting.startsAt();
        return Optional.of(earlier(now.plus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.MILLIS), last));
    }

    /** How long a seat is kept for somebody whose mailbox has not answered: a day, or until the start. */
    static Instant unconfirmedUntil(KnownMeeting meeting, Instant now) {
        return earlier(now.plus(UNTIL_CONFIRMED).truncatedTo(ChronoUnit.MILLIS), meeting.startsAt());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
