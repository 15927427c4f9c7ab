package dk.astra.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.meeting;
import static dk.astra.portal.Samples.seat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The two lines that an organiser copies, on a page of another site: {@code 127.0.0.1} around a frame of {@code
 * localhost}, in a browser that takes no third-party cookies.
 */
class WidgetIT extends WithStubs {

    private static Chromium chromium;
    private static HttpServer site;
    private static volatile String html = "";
    private static volatile String policy = "";

    @BeforeAll
    static void startsASiteAndABrowser() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        site.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        site.createContext("/", WidgetIT::answer);
        site.start();
        chromium = Chromium.start("--test-third-party-cookie-phaseout");
    }

    @AfterAll
    static void stops() {
        if (chromium != null) {
            chromium.close();
        }
        site.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            String body = html;
            if (exchange.getRequestURI().getPath().equals("/saetter")) {
                exchange.getResponseHeaders().add("Set-Cookie", "fremmed=1; SameSite=None; Secure; Path=/");
                body = "<p>sat</p>";
            } else if (exchange.getRequestURI().getPath().equals("/ser")) {
                body = "<p>" + exchange.getRequestHeaders().getFirst("Cookie") + "</p>";
            } else if (!policy.isEmpty()) {
                exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @BeforeEach
    void everythingIsThere() {
        policy = "";
        services.on("GET /api/meetings/m2", meeting("m2", "Temadag om vand", "SCHEDULED", START.plusDays(7)))
                .on(
                        "GET /api/meetings",
                        items(
                                meeting("m1", "Temadag om energi", "SCHEDULED", START),
                                meeting("m2", "Temadag om vand", "SCHEDULED", START.plusDays(7))))
                .on("POST /api/registrations", 201, seat());
    }

    private String portal() {
        return "http://localhost:" + port();
    }

    private static String siteOnAnotherOrigin() {
        return "http://127.0.0.1:" + site.getAddress().getPort() + "/";
    }

    /** What the organiser copied, in a page of somebody else. */
    private void embed(String what, String language) {
        html = """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Skolen</title></head>
                <body><main><h1>Skolens side</h1><p><a href="#foer">Før</a></p>
                <div data-tilmelding="%s" lang="%s"><a href="%s/arrangementer/m1?lang=%s&amp;via=widget">Tilmeld dig: Temadag</a></div>
                <script src="%s/widget.js" async></script>
                <p><a href="#efter">Efter</a></p></main></body></html>
                """.formatted(language, what, language, portal(), language, portal());
    }

    private Page open(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(siteOnAnotherOrigin());
        return page;
    }

    /** Control of the browser: a cookie of a third party does not come back. */
    @Test
    void isShownInABrowserThatTakesNoThirdPartyCookies() {
        String third = "http://localhost:" + site.getAddress().getPort();
        try (BrowserContext context = chromium.visitor(1280, true)) {
            html = "<!DOCTYPE html><title>x</title><iframe src=\"" + third + "/saetter\"></iframe>";
            Page page = open(context);
            assertThat(page.frameLocator("iframe").locator("p")).hasText("sat");
            html = "<!DOCTYPE html><title>x</title><iframe src=\"" + third + "/ser\"></iframe>";
            page.navigate(siteOnAnotherOrigin());
            assertThat(page.frameLocator("iframe").locator("p")).hasText("null");
        }
    }

    @ParameterizedTest
    @CsvSource({"da,320,Tilmeld dig,Tilmelding", "en,1280,Sign up,Registration"})
    void bringsAReaderToAPlaceInAnotherTab(String language, int width, String button, String heading) {
        embed("m1", language);
        try (BrowserContext context = chromium.visitor(width, true)) {
            Page page = open(context);
            FrameLocator frame = page.frameLocator("iframe");
            assertThat(frame.locator("html")).hasAttribute("lang", language);
            assertThat(page.locator("div[data-tilmelding] > a")).isHidden();

            Page tab = context.waitForPage(() -> frame.locator("a.button")
                    .filter(new Locator.FilterOptions().setHasText(button))
                    .click());
            tab.waitForLoadState();
            assertThat(tab.locator("h1")).hasText(heading);
            assertThat(tab.evaluate("window.opener")).isNull();
            tab.fill("#name", "Åse Prøve");
            tab.fill("#email", "aase@skole.example");
            tab.fill("#institutionName", "Prøveskolen");
            tab.click("main button[value=tjek]");
            tab.click("main button[value=send]");
            tab.waitForURL("**/kvittering*");
            assertThat(context.cookies(siteOnAnotherOrigin())).isEmpty();
        }
        assertThat(services.calls("POST /api/registrations").getLast().body())
                .contains("\"channel\":\"WIDGET\"", "\"language\":\"" + language + "\"");
    }

    @ParameterizedTest
    @CsvSource({"network=EUD,320", "network=EUD,1280", "'',1280"})
    void isAsHighAsWhatItShowsAndNamed(String what, int width) {
        embed(what, "da");
        try (BrowserContext context = chromium.visitor(width, true)) {
            Page page = open(context);
            Locator iframe = page.locator("iframe");
            assertThat(iframe).hasAttribute("title", Pattern.compile("^Arrangementer.* – Tilmelding$"));
            assertThat(page.frameLocator("iframe").locator(".meeting-card")).hasCount(2);
            noScrollbar(page);
            page.frameLocator("iframe").locator(".meeting-card a").first().click();
            assertThat(iframe).hasAttribute("title", "Temadag om energi – Tilmelding");
            noScrollbar(page);
            page.frameLocator("iframe").locator("a.back-link").click();
            assertThat(page.frameLocator("iframe").locator(".meeting-card")).hasCount(2);
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue())
                    .isLessThanOrEqualTo(0);
            assertThat(context.cookies(portal())).isEmpty();
        }
    }

    private void noScrollbar(Page page) {
        Frame frame = framed(page);
        org.awaitility.Awaitility.await("the frame is as high as its page")
                .until(() -> frame.evaluate(
                                "document.documentElement.scrollHeight <= window.innerHeight + 1 && window.innerHeight < 4000")
                        .equals(true));
    }

    private Frame framed(Page page) {
        return page.frames().stream()
                .filter(frame -> frame.url().startsWith(portal()))
                .findFirst()
                .orElseThrow();
    }

    /** Into the frame and out again with the Tab key; axe around and in it. */
    @ParameterizedTest
    @CsvSource({"network=EUD,da,320", "m1,en,1280"})
    void isForEverybody(String what, String language, int width) {
        embed(what, language);
        try (BrowserContext context = chromium.visitor(width, true)) {
            Page page = open(context);
            FrameLocator frame = page.frameLocator("iframe");
            assertThat(page.locator("div[data-tilmelding] > a")).isHidden();
            page.keyboard().press("Tab");
            assertThat(page.locator("a[href='#foer']")).isFocused();
            int stops = frame.locator("a").count();
            for (int stop = 0; stop < stops; stop++) {
                page.keyboard().press("Tab");
                assertThat(frame.locator("a").nth(stop)).isFocused();
            }
            page.keyboard().press("Tab");
            assertThat(page.locator("a[href='#efter']")).isFocused();
            page.keyboard().press("Shift+Tab");
            assertThat(frame.locator("a").last()).isFocused();

            Chromium.picture(page, "widget-" + language + "-" + width);
            assertThat(chromium.violations(framed(page))).isEmpty();
            assertThat(chromium.violations(page.mainFrame())).isEmpty();
            // control: a frame without a name is found
            page.evaluate("document.querySelector('iframe').removeAttribute('title')");
            assertThat(chromium.violations(page.mainFrame())).anyMatch(found -> found.startsWith("frame-title"));
        }
    }

    @Test
    void isALinkWithoutJavaScriptAndWhereTheSiteForbidsIt() {
        embed("m1", "da");
        try (BrowserContext context = chromium.visitor(320, false)) {
            Page page = open(context);
            assertThat(page.locator("iframe")).hasCount(0);
            page.locator("div[data-tilmelding] > a").click();
            assertThat(page.locator("h1")).hasText("Temadag om energi");
            assertThat(page.locator("a.button.big")).hasAttribute("href", "/arrangementer/m1/tilmelding?via=widget");
        }
        policy = "frame-src 'none'";
        try (BrowserContext context = chromium.visitor(320, true)) {
            Page page = open(context);
            assertThat(page.locator("iframe")).hasCount(1);
            assertThat(page.locator("div[data-tilmelding] > a")).isVisible();
        }
    }

    /** Only our page in our frame is listened to, and nothing odd is asked for. */
    @Test
    void listensToNobodyElse() {
        embed("m1", "da");
        try (BrowserContext context = chromium.visitor(1280, true)) {
            Page page = open(context);
            assertThat(page.locator("div[data-tilmelding] > a")).isHidden();
            noScrollbar(page);
            Object before = page.evaluate("document.querySelector('iframe').style.height");
            page.evaluate("window.postMessage({tilmelding: {height: 3333, title: 'Forkert'}}, '*')");
            page.evaluate("""
                    () => new Promise(done => {
                        const other = document.createElement('iframe');
                        other.srcdoc = '<script>parent.postMessage({tilmelding: {height: 3333, title: "x"}}, "*")<' + '/script>';
                        other.onload = () => setTimeout(done, 200);
                        document.body.append(other);
                    })
                    """);
            assertThat(page.evaluate("document.querySelector('iframe').style.height"))
                    .isEqualTo(before);
            assertThat(page.locator("iframe").first()).not().hasAttribute("title", "Forkert");
        }
        embed("../../min/x", "da");
        try (BrowserContext context = chromium.visitor(1280, true)) {
            Page page = open(context);
            page.waitForLoadState();
            assertThat(page.locator("iframe")).hasCount(0);
            assertThat(page.locator("div[data-tilmelding] > a")).isVisible();
        }
    }

    /** Control of the headers: the browser refuses every other page of ours in a frame. */
    @ParameterizedTest
    @CsvSource({
        "/indlejret/arrangementer/m1,true",
        "/arrangementer/m1,false",
        "/arrangementer/m1/tilmelding,false",
        "/,false"
    })
    void isTheOnlyPageOfOursThatCanBeFramed(String path, boolean shown) {
        html = "<!DOCTYPE html><title>x</title><iframe src=\"" + portal() + path + "\"></iframe>";
        try (BrowserContext context = chromium.visitor(1280, true)) {
            Page page = open(context);
            page.waitForLoadState();
            Frame frame = Objects.requireNonNull(page.querySelector("iframe").contentFrame());
            assertThat(frame.querySelectorAll("main h1")).hasSize(shown ? 1 : 0);
        }
    }
}
