package dk.astra.reporting.facts;

import dk.astra.messaging.FactHeaders;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A fact in the trail, with the few fields that counting needs; one of the three figures is there, by stream.
 *
 * @param factId the same for every copy of the fact, so that a second copy is known
 * @param subject id of the aggregate it is about
 * @param sequence version of that aggregate
 * @param attended what AttendanceRecorded told
 * @param erased true for RegistrationErased
 */
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

    /** As it lies in the document of what it is about, which knows stream and subject. */
    Document stored() {
        Document stored = new Document("_id", factId)
                .append("type", type)
                .append("sequence", sequence)
                .append("time", time)
                .append("meetingId", meetingId);
        put(stored, "meeting", meeting == null ? null : meeting.stored());
        put(stored, "registration", registration == null ? null : registration.stored());
        put(stored, "mail", mail == null ? null : mail.stored());
        put(stored, "attended", attended);
        put(stored, "erased", erased);
        return stored;
    }

    /** Absent, not null: an absent field costs nothing. */
    static void put(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.put(field, value);
        }
    }
}
