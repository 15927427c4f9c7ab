package dk.astra.registration.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: the meetings this service has learned of. */
public interface KnownMeetings {

    Optional<KnownMeeting> find(String meetingId);

    /** As {@link #find}, at most {@code tilmelding.meeting-cache} old. */
    Optional<KnownMeeting> findRecent(String meetingId);

    /**
     * Stores what is newer than what is stored; {@code newcomerSeats} of the first version stays, {@code
     * seatsOpened} never falls. A fact from before a limit was asked for does not raise the capacity above it.
     *
     * @param toldAt when event-service decided it
     * @return false when the stored version is as new
     */
    boolean learn(KnownMeeting meeting, Instant toldAt);

    /**
     * Sets the capacity ahead of the fact that will tell it.
     *
     * @return the meeting with the limit; empty when it was changed meanwhile
     */
    Optional<KnownMeeting> limit(KnownMeeting read, int capacity, int limit);

    /** Undoes {@link #limit} unless something came after it. */
    void unlimit(KnownMeeting limited, KnownMeeting before);

    /** Meetings that are not over. */
    List<KnownMeeting> upcoming();
}
