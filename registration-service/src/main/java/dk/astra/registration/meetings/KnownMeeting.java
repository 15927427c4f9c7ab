package dk.astra.registration.meetings;

import dk.astra.contracts.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What registering needs to know of a meeting.
 *
 * @param version of the fact it was last learned from; an older fact changes nothing
 * @param capacity seats people may hold
 * @param newcomerSeats capacity when the meeting was first learned: a newcomer takes only these seats; seats opened
 *     later are handed out from the waiting list, so that nobody overtakes (P6)
 * @param limit capacity that event-service asked to be kept before it tells it; null when its fact has come
 * @param limitedAt when it asked: a fact from before does not know of it yet
 * @param twins meetings of the same content, on the other side of the country
 * @param questionnaire null where it asks nothing beyond who somebody is
 * @param seatsOpened the highest seat number ever opened; seats above the capacity are held by the house
 * @param offers when seats are offered before they are given; null where they never were
 * @param side of the country; null where the meeting has none
 * @param quorum how many of the invited have to come; null where nobody counts
 * @param byInvitation true where only who was invited can sign up; null is no
 */
@Document("meetings")
public record KnownMeeting(
        @Id String id,
        long version,
        Status status,
        int capacity,
        int newcomerSeats,
        int seatsOpened,
        @Nullable Integer limit,
        @Nullable Instant limitedAt,
        Instant registrationOpensAt,
        Instant registrationClosesAt,
        Instant cancellationDeadline,
        Instant startsAt,
        Instant endsAt,
        @Nullable List<String> twins,
        @Nullable Questionnaire questionnaire,
        @Nullable OfferRules offers,
        @Nullable Side side,
        @Nullable Integer quorum,
        @Nullable Boolean byInvitation) {

    public KnownMeeting {
        twins = twins == null ? List.of() : List.copyOf(twins);
    }

    /** Of the same content, so that one who is registered here may go there instead. */
    public boolean isTwinOf(String meetingId) {
        return twins != null && twins.contains(meetingId);
    }

    public Questionnaire asks() {
        return questionnaire == null ? Questionnaire.NOTHING : questionnaire;
    }

    /** A newcomer's seat is kept only when the mail to them is answered. */
    public boolean confirmsEmail() {
        return offers != null && offers.newcomers();
    }

    /**
     * Until when a freed seat is kept for the first in line.
     *
     * @return empty where it is given at once
     */
    public Optional<Instant> freedSeatOfferedUntil(Instant now) {
        return offers == null ? Optional.empty() : offers.freedUntil(this, now);
    }

    /** Until when a seat is kept for somebody whose mailbox has not answered yet. */
    public Instant unconfirmedSeatKeptUntil(Instant now) {
        return OfferRules.unconfirmedUntil(this, now);
    }

    public boolean isByInvitation() {
        return Boolean.TRUE.equals(byInvitation);
    }

    /** As told by event-service. */
    public enum Status {
        SCHEDULED,
        CANCELLED,
        HELD
    }

    public boolean isOpenAt(Instant now) {
        return status == Status.SCHEDULED && !now.isBefore(registrationOpensAt) && now.isBefore(registrationClosesAt);
    }

    /** It will take place, and has not begun. */
    public boolean isAheadAt(Instant now) {
        return status == Status.SCHEDULED && now.isBefore(startsAt);
    }

    public boolean canBeCancelledByParticipantAt(Instant now) {
        return status == Status.SCHEDULED && now.isBefore(cancellationDeadline);
    }
}
