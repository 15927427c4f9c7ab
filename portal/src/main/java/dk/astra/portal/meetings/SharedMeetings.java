package dk.astra.portal.meetings;

import dk.astra.portal.site.Wording;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A meeting as previews (Open Graph) and search engines (schema.org) show it. */
@Component
class SharedMeetings {

    private static final int LONGEST = 200;

    private final MeetingWords words;
    private final StructuredMeeting structured;
    private final Wording wording;
    private final JsonMapper json;

    SharedMeetings(MeetingWords words, StructuredMeeting structured, Wording wording, JsonMapper json) {
        this.words = words;
        this.structured = structured;
        this.wording = wording;
        this.json = json;
    }

    Share of(MeetingCard card, String base) {
        Meeting meeting = card.meeting();
        boolean english = wording.language().equals("en");
        String url = base + "/arrangementer/" + meeting.id() + (english ? "?lang=en" : "");
        return new Share(
                words.title(meeting), description(meeting), url, english ? "en_GB" : "da_DK", data(card, url, base));
    }

    /** No text of ours or of an organiser's can end the element that it stands in. */
    private String data(MeetingCard card, String url, String base) {
        return json.writeValueAsString(structured.of(card, url, base)).replace("<", "\\u003c");
    }

    private String description(Meeting meeting) {
        String all = Stream.of(words.when(meeting), words.where(meeting), wording.text(meeting.description()))
                .map(MeetingWords::oneLine)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(". "));
        if (all.length() <= LONGEST) {
            return all;
        }
        int end = all.lastIndexOf(' ', LONGEST - 1);
        return all.substring(0, end < 1 ? LONGEST - 1 : end) + "…";
    }
}
