package dk.astra.reporting.meetings;

import dk.astra.contracts.LocalizedText;
import dk.astra.reporting.facts.MeetingFigures;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A meeting as its latest fact told it.
 *
 * @param factId the fact that brought it into its status
 */
@Document("meetings")
public record KnownMeeting(
        @Id String meetingId, long version, LocalizedText title, MeetingFigures figures, String factId) {}
