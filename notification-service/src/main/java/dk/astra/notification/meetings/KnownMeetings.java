package dk.astra.notification.meetings;

import dk.astra.contracts.meetings.MeetingState;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The local copy of the meetings. */
public interface KnownMeetings {

    /** Keeps the state if it is newer than the one known. @return false when it was known already, or a later one */
    boolean learn(MeetingState state, Instant factTime);

    Optional<KnownMeeting> find(String meetingId);

    /** By id; unknown ones are missing. */
    Map<String, KnownMeeting> findAll(Collection<String> meetingIds);

    /** Remembers that everybody was told about the changes up to this version. */
    void markAnnounced(String meetingId, long version);
}
