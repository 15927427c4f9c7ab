package dk.astra.registration.meetings;

import java.time.Instant;
import java.util.List;
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
 * @param quorum how many of the invited have to come; null where nobody counts
 * @param byInvitation true where only who was invited can sign up; null is no
 * @param seatsOpened the highest seat number ever opened; seats above the capacity are held by the house
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
        @Nullable Integer quorum,
        @Nullable Boolean byInvitation) {

    public KnownMeeting {
        twins = twins == null ? List.of() : List.copyOf(twins);
    }

    /** Of the same content, so that one who is registered here may go there instead. */
    public boolean isTwinOf(String meetingId) {
        return twins != null && twins.contains(meetingId);
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
