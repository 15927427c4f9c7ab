package dk.astra.notification.mails.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.astra.contracts.deliveries.MailKind;
import dk.astra.notification.mails.Mail;
import dk.astra.notification.mails.Reason;
import dk.astra.notification.mails.State;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A mail of the ledger, without its addressee")
record MailView(
        String mailId,
        @Schema(description = "Why the mail is written") MailKind kind,
        State state,

        @Schema(description = "Why it waits, failed or was withdrawn") @Nullable
        Reason reason,

        @Schema(description = "How often it was handed to the mail server")
        int attempts,

        @Schema(description = "When it will be tried next; only while QUEUED") @Nullable
        Instant nextAttemptAt,

        String registrationId,
        String meetingId,
        @Schema(description = "When it became due") Instant createdAt,
        @Nullable Instant sentAt) {

    static MailView of(Mail mail) {
        return new MailView(
                mail.id(),
                mail.cause().kind(),
                mail.state(),
                mail.reason(),
                mail.attempts(),
                mail.state() == State.QUEUED ? mail.nextAttemptAt() : null,
                mail.cause().registrationId(),
                mail.cause().meetingId(),
                mail.createdAt(),
                mail.sentAt());
    }

    @Schema(description = "Mails, newest first")
    record Page(List<MailView> items) {}
}
