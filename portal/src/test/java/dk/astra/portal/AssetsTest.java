package dk.astra.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Static files are kept for a year under names that change with them, and sent compressed. */
class AssetsTest extends WithStubs {

    private List<String> references() {
        PortalPages.Page page = reader.get("/arrangementer/m1/tilmelding");
        return page.document().select("link[rel=stylesheet], link[rel=icon], script[src]").stream()
                .map(AssetsTest::reference)
                .toList();
    }

    private static String reference(Element element) {
        return element.hasAttr("src") ? element.attr("src") : element.attr("href");
    }

    @Test
    void areKeptForAYear() {
        assertThat(references()).hasSizeGreaterThan(4).allMatch(path -> path.matches("/s/[0-9a-f]{16}/.*"));
        for (String path : references()) {
            PortalPages.Page file = reader.get(path);
            assertThat(file.status()).as(path).isEqualTo(200);
            assertThat(file.header("Cache-Control")).as(path).contains("max-age=31536000", "public", "immutable");
        }
    }

    /** While a new version is rolled out its pages reach an old instance, too. Control: what is no file is not found. */
    @Test
    void areFoundUnderTheNameOfAnotherVersionButNotKept() {
        for (String file : new String[] {"portal.css", "dkfds/css/dkfds.min.css", "dkfds/img/svg-icons/info.svg"}) {
            PortalPages.Page page = reader.get("/s/0123456789abcdef/" + file);
            assertThat(page.status()).as(file).isEqualTo(200);
            assertThat(page.header("Cache-Control")).as(file).contains("no-cache");
        }
        for (String none : new String[] {"findes-ikke.css", "", "../application.yml", "%2e%2e/application.yml"}) {
            assertThat(reader.get("/s/0123456789abcdef/" + none).status())
                    .as(none)
                    .isBetween(400, 499);
        }
    }

    @Test
    void areSentCompressedToWhoeverTakesThat() {
        String style = references().stream()
                .filter(path -> path.endsWith("dkfds.min.css"))
                .findFirst()
                .orElseThrow();
        assertThat(reader.get(style, "Accept-Encoding", "gzip, deflate, br").header("Content-Encoding"))
                .isEqualTo("br");
        assertThat(reader.get(style, "Accept-Encoding", "gzip").header("Content-Encoding"))
                .isEqualTo("gzip");
        assertThat(reader.get(style).header("Content-Encoding")).isEmpty();
        assertThat(reader.get(style, "Accept-Encoding", "br").header("Vary")).contains("Accept-Encoding");
        assertThat(reader.get("/", "Accept-Encoding", "gzip").header("Content-Encoding"))
                .isEqualTo("gzip");
        assertThat(reader.get("/widget.js", "Accept-Encoding", "gzip").header("Content-Encoding"))
                .isEqualTo("gzip");
    }

    /** The script that other sites refer to keeps its name, and is looked at again within the hour. */
    @Test
    void leaveTheWidgetItsName() {
        assertThat(reader.get("/widget.js").header("Cache-Control")).contains("max-age=3600");
    }
}
