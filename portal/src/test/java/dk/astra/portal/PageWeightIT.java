package dk.astra.portal;

import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.availability;
import static dk.astra.portal.Samples.group;
import static dk.astra.portal.Samples.groupPlace;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.meeting;
import static dk.astra.portal.Samples.mine;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a page costs a reader: bytes over the wire at the first visit and at the second, and the time to the first byte.
 * The table is {@code target/pages/weight.md}; bytes have a bound, times are only told.
 */
class PageWeightIT extends WithStubs {

    /** About four seconds on a poor mobile line of 0.7 Mbit/s; fonts are swapped in later. */
    private static final int MOST_AT_FIRST = 300_000;

    private static final int MOST_HTML = 12_000;
    private static final int ROUNDS = 9;

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("list, 14 meetings", "/");
        PAGES.put("calendar", "/kalender?month=" + START.toString().substring(0, 7));
        PAGES.put("meeting", "/arrangementer/m1");
        PAGES.put("form", "/arrangementer/m1/tilmelding");
        PAGES.put("several at once", "/arrangementer/m1/tilmelding/flere");
        PAGES.put("receipt", "/arrangementer/m1/kvittering");
        PAGES.put("Min tilmelding", "/min/" + TOKEN);
        PAGES.put("correct answers", "/min/" + TOKEN + "/ret");
        PAGES.put("cancel", "/min/" + TOKEN + "/afmeld");
        PAGES.put("list of a group", "/gruppe/" + TOKEN);
        PAGES.put("invitation", "/invitation/" + TOKEN);
        PAGES.put("send my links", "/mine-links");
        PAGES.put("accessibility", "/was");
        PAGES.put("privacy", "/privatliv");
        PAGES.put("not found", "/findes-ikke");
        PAGES.put("framed list", "/indlejret/arrangementer");
        PAGES.put("framed meeting", "/indlejret/arrangementer/m1");
    }

    private static Chromium chromium;

    @BeforeAll
    static void startsABrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closesTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void everythingIsThere() {
        services.on(
                        "GET /api/meetings",
                        items(IntStream.rangeClosed(1, 14)
                                .mapToObj(number ->
                                        meeting("m" + number, "Temadag om energi", "SCHEDULED", START.plusDays(number)))
                                .toArray(String[]::new)))
                .on(
                        "GET /api/availability",
                        items(IntStream.rangeClosed(1, 14)
                                .mapToObj(number -> availability("m" + number, number, 0))
                                .toArray(String[]::new)))
                .on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on(
                        "GET /api/my-groups",
                        group(groupPlace(1, "CONFIRMED", "Åse Prøve"), groupPlace(2, "WAITLISTED", null)))
                .on("GET /api/my-invitation", InvitationSamples.myInvitation("NONE", true, true));
    }

    /** One request as it went over the wire. */
    private record Asked(String url, String type, int status, int bytes, String cached) {

        static Asked of(Request request) {
            Response response = request.response();
            return new Asked(
                    request.url(),
                    request.resourceType(),
                    response == null ? 0 : response.status(),
                    request.sizes().responseBodySize,
                    response == null ? "" : response.headers().getOrDefault("cache-control", ""));
        }
    }

    private String address(String path) {
        return "http://localhost:" + port() + path;
    }

    private List<Asked> visit(Page page, String path) {
        List<Request> finished = new ArrayList<>();
        page.onRequestFinished(finished::add);
        page.navigate(address(path));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return finished.stream()
                .filter(request -> request.url().startsWith("http"))
                .map(Asked::of)
                .toList();
    }

    private static int bytes(List<Asked> all, String type) {
        return all.stream()
                .filter(asked -> asked.type().equals(type))
                .mapToInt(Asked::bytes)
                .sum();
    }

    private static int bytes(List<Asked> all) {
        return all.stream().mapToInt(Asked::bytes).sum();
    }

    @Test
    void areWithinTheirBoundsAndInATable() throws IOException {
        StringBuilder table = new StringBuilder("""
                | page | first byte, ms | HTML | CSS | JS | fonts | images | first visit | second visit |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        List<String> tooMuch = new ArrayList<>();
        PAGES.forEach((name, path) -> {
            try (BrowserContext context = chromium.visitor(1280, true)) {
                List<Asked> first = visit(context.newPage(), path);
                List<Asked> second = visit(context.newPage(), path).stream()
                        .filter(asked -> asked.type().equals("document"))
                        .toList();
                int html = bytes(first, "document");
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %.1f | %d | %d | %d | %d | %d | %d | %d |%n",
                        name,
                        firstByte(context, path),
                        html,
                        bytes(first, "stylesheet"),
                        bytes(first, "script"),
                        bytes(first, "font"),
                        bytes(first, "image"),
                        bytes(first),
                        bytes(second)));
                tooMuch.addAll(overweight(name, first));
                for (Asked asked : first) {
                    if (!asked.type().equals("document")) {
                        assertThat(asked.status()).as(asked.url()).isEqualTo(200);
                        assertThat(asked.cached()).as(asked.url()).contains("max-age=31536000", "immutable");
                    }
                }
            }
        });
        Files.createDirectories(Chromium.PAGES);
        Files.writeString(Chromium.PAGES.resolve("weight.md"), table);
        System.out.println(table);
        assertThat(tooMuch).isEmpty();
    }

    /** The middle one of several, with everything else at hand already. */
    private double firstByte(BrowserContext context, String path) {
        Page page = context.newPage();
        double[] times = IntStream.range(0, ROUNDS)
                .mapToDouble(round -> {
                    Response answer = page.navigate(address(path));
                    answer.finished();
                    return answer.request().timing().responseStart
                            - answer.request().timing().requestStart;
                })
                .sorted()
                .toArray();
        return times[ROUNDS / 2];
    }

    private static List<String> overweight(String name, List<Asked> first) {
        List<String> found = new ArrayList<>();
        if (bytes(first, "document") > MOST_HTML) {
            found.add(name + ": HTML of " + bytes(first, "document") + " bytes, more than " + MOST_HTML);
        }
        if (bytes(first) > MOST_AT_FIRST) {
            found.add(name + ": " + bytes(first) + " bytes at the first visit, more than " + MOST_AT_FIRST);
        }
        return found;
    }

    /** Control: a page that grew is named. */
    @Test
    void wouldNameAPageThatIsTooHeavy() {
        Asked html = new Asked("http://x/", "document", 200, MOST_HTML + 1, "");
        Asked film = new Asked("http://x/film", "media", 200, MOST_AT_FIRST, "");
        assertThat(overweight("page", List.of(html, film))).hasSize(2);
    }
}
