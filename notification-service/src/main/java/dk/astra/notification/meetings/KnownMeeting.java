package dk.astra.notification.meetings;

import dk.astra.contracts.meetings.MeetingState;
import java.time.Instant;

/**
 * A meeting as the stream told it last.
 *
 * @param updatedAt time of the newest fact
 * @param announcedVersion version up to which changes were announced to the participants; 0 for none
 */
public record KnownMeeting(MeetingState state, Instant updatedAt, long announcedVersion) {}
