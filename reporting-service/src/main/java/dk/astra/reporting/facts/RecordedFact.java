package dk.astra.reporting.facts;

import dk.astra.messaging.FactHeaders;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A fact in the trail, with the few fields that counting needs; one of the three figures is there, by stream.
 *
 * @param factId the same for every copy of the fact, so that a second copy cannot be written
 * @param subject id of the aggregate it is about
 * @param sequence version of that aggregate
 * @param attended what AttendanceRecorded told
 * @param erased true for RegistrationErased
 */
@Document("facts")
public record RecordedFact(
        @Id String factId,
        String stream,
        String type,
        String subject,
        long sequence,
        Instant time,
        @Nullable String meetingId,
        @Nullable MeetingFigures meeting,
        @Nullable RegistrationFigures registration,
        @Nullable MailFigures mail,
        @Nullable Boolean attended,
        @Nullable Boolean erased) {

    public static RecordedFact about(MeetingFigures meeting, FactHeaders fact) {
        return new RecordedFact(
                fact.id(),
                "meetings",
                fact.type(),
                fact.subject(),
                fact.sequence(),
                fact.time(),
                fact.subject(),
                meeting,
                null,
                null,
                null,
                null);
    }

    public static RecordedFact about(
            RegistrationFigures registration,
            String meetingId,
            @Nullable Boolean attended,
            boolean erased,
            FactHeaders fact) {
        return new RecordedFact(
                fact.id(),
                "registrations",
                fact.type(),
                fact.subject(),
                fact.sequence(),
                fact.time(),
                meetingId,
                null,
                registration,
                null,
                attended,
                erased ? true : null);
    }

    public static RecordedFact about(MailFigures mail, String meetingId, FactHeaders fact) {
        return new RecordedFact(
                fact.id(),
                "deliveries",
                fact.type(),
                fact.subject(),
                fact.sequence(),
                fact.time(),
                meetingId,
                null,
                null,
                mail,
                null,
                null);
    }
}
