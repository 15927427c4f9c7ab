package dk.astra.portal.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many the meetings reached. */
public record Reach(
        @Nullable Long registrations,
        @Nullable Long confirmed,
        @Nullable Long waitlisted,
        @Nullable Long cancelled,
        @Nullable Long attended,
        @Nullable Long erased,
        @Nullable Long people,
        @Nullable Long institutions,
        @Nullable Long municipalities,
        @Nullable Long meetingsScheduled,
        @Nullable Long meetingsHeld,
        @Nullable Long meetingsCancelled,
        @Nullable Long attendance,
        @Nullable MailFigures mails,
        List<MeetingFigures> byMeeting) {

    public Reach {
        byMeeting = byMeeting == null ? List.of() : List.copyOf(byMeeting);
    }

    /** Mails by what became of them. */
    public record MailFigures(
            @Nullable Long sent,
            @Nullable Long failed,
            @Nullable Long deferred) {}

    /** One meeting's row. */
    public record MeetingFigures(
            String meetingId,
            @Nullable Phrase title,
            @Nullable Long confirmed,
            @Nullable Long waitlisted,
            @Nullable Long cancelled,
            @Nullable Long attended) {}

    /** One number with the name that its facts are asked for by. */
    public record Figure(String kind, @Nullable Long value) {}

    /** In the order of the page. */
    public List<Figure> figures() {
        MailFigures mail = mails == null ? new MailFigures(null, null, null) : mails;
        return List.of(
                new Figure("registrations", registrations),
                new Figure("confirmed", confirmed),
                new Figure("waitlisted", waitlisted),
                new Figure("cancelled", cancelled),
                new Figure("attended", attended),
                new Figure("erased", erased),
                new Figure("people", people),
                new Figure("institutions", institutions),
                new Figure("municipalities", municipalities),
                new Figure("meetingsScheduled", meetingsScheduled),
                new Figure("meetingsHeld", meetingsHeld),
                new Figure("meetingsCancelled", meetingsCancelled),
                new Figure("attendance", attendance),
                new Figure("mails.sent", mail.sent()),
                new Figure("mails.failed", mail.failed()),
                new Figure("mails.deferred", mail.deferred()));
    }
}
