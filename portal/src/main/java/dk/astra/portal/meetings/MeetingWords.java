package dk.astra.portal.meetings;

import dk.astra.contracts.meetings.Venue;
import dk.astra.portal.site.Wording;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What is said of a meeting where our pages are not: in calendars, feeds and previews. Without the characters that
 * neither XML nor iCalendar can hold.
 */
@Component
class MeetingWords {

    private static final String NOT_TEXT = "[^\\t\\n\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    private final Wording wording;

    MeetingWords(Wording wording) {
        this.wording = wording;
    }

    /** A list elsewhere shows nothing but the title, so it tells a cancellation. */
    String title(Meeting meeting) {
        String title = oneLine(wording.text(meeting.title()));
        return meeting.isCancelled() ? wording.say("share.cancelled", title) : title;
    }

    String when(Meeting meeting) {
        return wording.day(meeting.startsAt()) + " " + wording.span(meeting.startsAt(), meeting.endsAt());
    }

    /** Empty where it is not told. */
    String where(Meeting meeting) {
        Venue venue = meeting.venue();
        if (venue == null) {
            return meeting.isOnline() ? wording.of("format", meeting.format()) : "";
        }
        return oneLine("%s, %s, %s %s".formatted(venue.name(), venue.street(), venue.postalCode(), venue.town()));
    }

    /** Paragraphs; empty where there is nothing to tell. */
    String about(Meeting meeting) {
        List<String> paragraphs = new ArrayList<>();
        if (meeting.isCancelled()) {
            paragraphs.add(wording.text(meeting.cancellationReason()));
        } else if (meeting.isScheduled()) {
            paragraphs.add(wording.say("meeting.deadline") + ": " + wording.time(meeting.registrationClosesAt()));
        }
        paragraphs.add(wording.text(meeting.description()));
        return String.join(
                        "\n\n",
                        paragraphs.stream().filter(text -> !text.isBlank()).toList())
                .replaceAll("\\R", "\n")
                .replaceAll(NOT_TEXT, " ");
    }

    static String oneLine(String text) {
        return text.replaceAll(NOT_TEXT, " ").replaceAll("\\s+", " ").strip();
    }
}
