package dk.astra.notification.delivery;

import dk.astra.notification.calendar.CalendarObject;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it leaves; never stored, never logged.
 *
 * @param replyTo the meeting's mailbox
 */
record OutgoingMail(
        String mailId,
        Contact to,
        String replyTo,
        String replyToName,
        String subject,
        String text,
        String html,
        @Nullable CalendarObject calendar) {

    @Override
    public String toString() {
        return "mail " + mailId;
    }
}
