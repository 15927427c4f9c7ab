package dk.astra.notification.calendar;

import dk.astra.contracts.meetings.MeetingState;
import java.time.Instant;

/**
 * Somebody's seat at a meeting, as a calendar object tells it.
 *
 * @param sequence rises with every change of the meeting or the registration
 * @param changedAt when either changed last
 * @param title in the person's language
 * @param place in the person's language
 * @param description in the person's language, with the personal link
 */
public record Seat(
        String registrationId,
        MeetingState meeting,
        long sequence,
        Instant changedAt,
        String name,
        String email,
        String link,
        String title,
        String place,
        String description) {

    /** Without the person: also an accident must not log it (P7). */
    @Override
    public String toString() {
        return "seat of " + registrationId;
    }
}
