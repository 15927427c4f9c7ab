package dk.astra.event.meetings;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.contracts.meetings.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which meetings a reader wants to see; null where it does not matter.
 *
 * @param text words that all occur, in any of the languages
 * @param states DRAFT stands alone: the others are public
 * @param from first day; null for what is not over, of whatever state it is (held ones and drafts show anyhow)
 */
public record MeetingFilter(
        @Nullable Network network,
        @Nullable Side side,
        @Nullable MeetingFormat format,
        @Nullable YearMonth month,
        String text,
        Set<Meeting.Status> states,
        @Nullable LocalDate from) {

    public static final Set<Meeting.Status> UPCOMING = Set.of(Meeting.Status.SCHEDULED, Meeting.Status.CANCELLED);
    public static final Set<Meeting.Status> PUBLIC =
            Set.of(Meeting.Status.SCHEDULED, Meeting.Status.CANCELLED, Meeting.Status.HELD);
    public static final Set<Meeting.Status> DRAFTS = Set.of(Meeting.Status.DRAFT);

    boolean matches(Meeting meeting, Instant now, List<String> words) {
        MeetingContent content = meeting.content();
        return (meeting.isAnnounced() || states.equals(DRAFTS))
                && (network == null || network == content.network())
                && (side == null || side == content.side())
                && (format == null || format == content.format())
                && (month == null || month.equals(YearMonth.from(meeting.times().startsAt())))
                && isLateEnough(meeting, now)
                && containsAll(content, words);
    }

    private boolean isLateEnough(Meeting meeting, Instant now) {
        if (from != null) {
            return !meeting.times().startsAt().toLocalDate().isBefore(from);
        }
        return meeting.times().endInstant().isAfter(now)
                || states.equals(DRAFTS)
                || states.equals(Set.of(Meeting.Status.HELD));
    }

    private static boolean containsAll(MeetingContent content, List<String> words) {
        if (words.isEmpty()) {
            return true;
        }
        String all = FoldedText.of(searchable(content));
        return words.stream().allMatch(all::contains);
    }

    private static String searchable(MeetingContent content) {
        List<LocalizedText> texts =
                new ArrayList<>(List.of(content.title(), content.description(), content.audience()));
        content.programme().forEach(item -> texts.add(item.title()));
        String all = texts.stream().map(text -> text.da() + " " + text.en()).collect(Collectors.joining(" "));
        Venue venue = content.venue();
        String place = venue == null ? "" : String.join(" ", venue.name(), venue.postalCode(), venue.town());
        return String.join(" ", all, place, String.join(" ", content.agendaTags()));
    }
}
