package dk.astra.portal.meetings;

import static dk.astra.portal.meetings.MeetingBuilder.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class AtomFeedTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String BASE = "https://tilmelding.example";

    private final AtomFeed atom = new AtomFeed(new MeetingWords(DanishWords.wording()));

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    private Document written(Meeting... meetings) throws Exception {
        String text = atom.of(new Feed("Astra: Grundskole", "PRIMARY", List.of(meetings), NOON, BASE), "da");
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)));
    }

    private static List<String> texts(Document feed, String name) {
        NodeList found = feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void escapesWhatOrganisersWrite() throws Exception {
        String title = "Lys & <script>alert(1)</script> \"og\" 'mørke' ]]> 🔭";

        Document feed = written(aMeeting()
                .withTitle(title)
                .withDescription("Første\u0000 <b>linje</b>\r\nanden & sidste")
                .build());

        assertThat(texts(feed, "title")).containsExactly("Astra: Grundskole", title);
        assertThat(texts(feed, "summary"))
                .singleElement()
                .asString()
                .startsWith("tirsdag d. 15. juni 2027 kl. 9.00-15.00")
                .contains("Huset ved åen")
                .endsWith("Første  <b>linje</b>\nanden & sidste");
        assertThat(feed.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void tellsWhatChangedLastFirst() throws Exception {
        Document feed = written(
                aMeeting().withId("old").changedAt("2026-11-01T10:00:00Z").build(),
                aMeeting()
                        .withId("new")
                        .inStatus("CANCELLED")
                        .changedAt("2026-11-21T10:00:00Z")
                        .build());

        assertThat(texts(feed, "id"))
                .containsExactly(
                        "tag:tilmelding.astra.dk,2026:arrangementer:PRIMARY",
                        "tag:tilmelding.astra.dk,2026:meeting:new",
                        "tag:tilmelding.astra.dk,2026:meeting:old");
        assertThat(texts(feed, "updated"))
                .containsExactly("2026-11-21T10:00:00Z", "2026-11-21T10:00:00Z", "2026-11-01T10:00:00Z");
        assertThat(texts(feed, "title")).element(1).isEqualTo("Aflyst: Temadag om energi");
        assertThat(feed.getDocumentElement().getAttribute("xml:lang")).isEqualTo("da");
    }

    @Test
    void isAFeedWithoutEntriesToo() throws Exception {
        Document feed = written();

        assertThat(texts(feed, "entry")).isEmpty();
        assertThat(texts(feed, "updated")).containsExactly(NOON.toString());
    }
}
