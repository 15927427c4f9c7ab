package dk.astra.registration.meetings;

import java.util.List;
import java.util.Optional;

/** Port: the meetings this service has learned of. */
public interface KnownMeetings {

    Optional<KnownMeeting> find(String meetingId);

    /** As {@link #find}, at most {@code tilmelding.meeting-cache} old. */
    Optional<KnownMeeting> findRecent(String meetingId);

    /**
     * Stores what is newer than what is stored; {@code newcomerSeats} of the first version stays, {@code
     * seatsOpened} never falls.
     *
     * @return false when the stored version is as new
     */
    boolean learn(KnownMeeting meeting);

    /** Sets the capacity ahead of the fact that will tell it. */
    void limit(String meetingId, int capacity);

    /** Meetings that are not over. */
    List<KnownMeeting> upcoming();
}
