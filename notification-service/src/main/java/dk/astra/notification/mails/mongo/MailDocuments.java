package dk.astra.notification.mails.mongo;

import dk.astra.contracts.deliveries.MailKind;
import dk.astra.notification.mails.Cause;
import dk.astra.notification.mails.Mail;
import dk.astra.notification.mails.Reason;
import dk.astra.notification.mails.State;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Mails as documents. {@code open} is true while the mail is open, and absent otherwise. */
final class MailDocuments {

    private MailDocuments() {}

    static Document write(Mail mail) {
        Cause cause = mail.cause();
        Document document = new Document("_id", mail.id())
                .append("kind", cause.kind().name())
                .append("factId", cause.factId())
                .append("registrationId", cause.registrationId())
                .append("registrationVersion", cause.registrationVersion())
                .append("personId", cause.personId())
                .append("meetingId", cause.meetingId())
                .append("heldSeat", cause.heldSeat())
                .append("changed", cause.changed().stream().sorted().toList())
                .append("calendarEntry", cause.calendarEntry())
                .append("traceparent", cause.traceparent())
                .append("answerBy", cause.answerBy() == null ? null : Date.from(cause.answerBy()))
                .append("tookEither", cause.tookEither() ? true : null)
                .append("together", cause.together() ? true : null)
                .append("unanswered", cause.unanswered() ? true : null)
                .append("priority", cause.priority())
                .append("createdAt", Date.from(mail.createdAt()));
        document.putAll(changing(mail));
        document.values().removeIf(Objects::isNull);
        return document;
    }

    /** The fields that transitions change; null where the field goes. */
    static Document changing(Mail mail) {
        Instant sentAt = mail.sentAt();
        Instant wantedUntil = mail.wantedUntil();
        Reason reason = mail.reason();
        return new Document("version", mail.version())
                .append("state", mail.state().name())
                .append("open", mail.state().isOpen() ? true : null)
                .append("reason", reason == null ? null : reason.name())
                .append("attempts", mail.attempts())
                .append("deferrals", mail.deferrals())
                .append("nextAttemptAt", Date.from(mail.nextAttemptAt()))
                .append("sentAt", sentAt == null ? null : Date.from(sentAt))
                .append("wantedUntil", wantedUntil == null ? null : Date.from(wantedUntil))
                .append("retryKey", mail.retryKey());
    }

    static Mail read(Document stored) {
        return new Mail(
                stored.getString("_id"),
                stored.get("version", Number.class).longValue(),
                new Cause(
                        MailKind.valueOf(stored.getString("kind")),
                        stored.getString("factId"),
                        stored.getString("registrationId"),
                        stored.get("registrationVersion", Number.class).longValue(),
                        stored.getString("personId"),
                        stored.getString("meetingId"),
                        stored.getBoolean("heldSeat", false),
                        Set.copyOf(stored.getList("changed", String.class, List.of())),
                        stored.get("calendarEntry", stored.getString("registrationId")),
                        stored.getString("traceparent"),
                        instant(stored.getDate("answerBy")),
                        stored.getBoolean("tookEither", false),
                        stored.getBoolean("together", false),
                        stored.getBoolean("unanswered", false)),
                State.valueOf(stored.getString("state")),
                stored.getString("reason") == null ? null : Reason.valueOf(stored.getString("reason")),
                stored.get("attempts", Number.class).intValue(),
                stored.get("deferrals", Number.class).intValue(),
                stored.getDate("nextAttemptAt").toInstant(),
                stored.getDate("createdAt").toInstant(),
                instant(stored.getDate("sentAt")),
                instant(stored.getDate("wantedUntil")),
                stored.getString("retryKey"));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
