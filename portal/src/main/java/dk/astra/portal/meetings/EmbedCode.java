package dk.astra.portal.meetings;

import dk.astra.portal.site.PublicAddress;
import dk.astra.portal.site.Wording;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The two lines with which another site shows a meeting, or a network's meetings. */
@Component("embedCode")
public class EmbedCode {

    private final PublicAddress address;
    private final Wording wording;

    EmbedCode(PublicAddress address, Wording wording) {
        this.address = address;
        this.wording = wording;
    }

    /**
     * Something to copy.
     *
     * @param id of the field that shows it
     */
    public record Code(String id, String label, String lines) {}

    public List<Code> of(Meeting meeting) {
        String title = MeetingWords.oneLine(wording.text(meeting.title()));
        String network = wording.of("network", meeting.network());
        return List.of(
                new Code(
                        "indlejring-arrangement",
                        wording.say("embed.meeting"),
                        lines(meeting.id(), "/arrangementer/" + meeting.id(), wording.say("embed.link", title))),
                new Code(
                        "indlejring-netvaerk",
                        wording.say("embed.network", network),
                        lines(
                                "network=" + meeting.network(),
                                "/?network=" + meeting.network(),
                                wording.say("embed.link.network", network))));
    }

    /** The link is what readers get whose browser or whose site runs no scripts; its text names the frame. */
    private String lines(String what, String path, String text) {
        String language = wording.language();
        String there = path + (path.contains("?") ? "&" : "?") + "lang=" + language + "&via=" + Campaign.WIDGET;
        return """
                <div data-tilmelding="%s" lang="%s"><a href="%s">%s</a></div>
                <script src="%s/widget.js" async></script>""".formatted(
                        HtmlUtils.htmlEscape(what),
                        language,
                        HtmlUtils.htmlEscape(address.base() + there),
                        HtmlUtils.htmlEscape(text),
                        address.base());
    }
}
