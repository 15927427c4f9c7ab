package dk.astra.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.availability;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.meeting;
import static dk.astra.portal.Samples.mine;
import static dk.astra.portal.Samples.seat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * P11 without a pointer: a participant's whole way with Tab, Enter, Space and arrows alone, in both languages, on a
 * phone's width and a desk's, with and without JavaScript. {@link Keyboard} looks at every stop.
 */
class KeyboardIT extends WithStubs {

    private static final String FORM = "/arrangementer/m1/tilmelding";

    private static final List<String> PAGES = List.of(
            "/",
            "/?network=EUD&q=energi",
            "/kalender?month=" + START.toString().substring(0, 7),
            "/arrangementer/m1",
            "/arrangementer/m3",
            FORM,
            "/arrangementer/m1/kvittering",
            "/min/" + TOKEN,
            "/min/" + TOKEN + "/afmeld",
            "/min/" + TOKEN + "/ret",
            "/min/" + TOKEN + "/giv-videre",
            "/min/" + TOKEN + "/skift?til=m2",
            "/min/" + TOKEN + "/slet",
            "/mine-links",
            "/was",
            "/privatliv",
            "/cookies",
            "/findes-ikke",
            "/indlejret/arrangementer",
            "/indlejret/arrangementer/m1");

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
        services.on("GET /api/meetings/m2", meeting("m2", "Temadag om vand", "SCHEDULED", START.plusDays(7)))
                .on("GET /api/meetings/m3", meeting("m3", "Netværksmøde", "CANCELLED", START))
                .on(
                        "GET /api/meetings",
                        items(
                                meeting("m1", "Temadag om energi", "SCHEDULED", START),
                                meeting("m2", "Temadag om vand", "SCHEDULED", START.plusDays(7))))
                .on("GET /api/availability", items(availability("m1", 10, 0), availability("m2", 40, 3)))
                .on(
                        "GET /api/institutions",
                        items(
                                "{\"number\":\"901185\",\"name\":\"Ozonsø Erhvervsskole\",\"municipalityCode\":\"0851\"}",
                                "{\"number\":\"901186\",\"name\":\"Ozonsø Gymnasium\",\"municipalityCode\":\"0461\"}"))
                .on("POST /api/registrations", 201, seat())
                .on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on("PATCH /api/my-registrations", mine("CONFIRMED", true))
                .on("POST /api/my-registrations/cancel", mine("CANCELLED", false));
    }

    private String address(String path, String language) {
        return "http://localhost:" + port() + path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }

    private static void sees(Page page, String language, String danish, String english) {
        assertThat(page.locator("h1")).hasText(language.equals("da") ? danish : english);
    }

    @ParameterizedTest
    @CsvSource({
        "da,1280,true", "da,1280,false", "da,320,true", "da,320,false",
        "en,1280,true", "en,1280,false", "en,320,true", "en,320,false"
    })
    void takesAParticipantFromFindingToCancelling(String language, int width, boolean javaScript) {
        try (BrowserContext context = chromium.visitor(width, javaScript)) {
            Page page = context.newPage();
            Keyboard keyboard = new Keyboard(page);
            page.navigate(address("/", language));
            page.waitForLoadState();
            keyboard.follow(".meeting-card a[href^='/arrangementer/m1']");
            keyboard.follow("main a.button.big");
            fill(page, keyboard, javaScript);
            keyboard.to("main button[name=step][value=tjek]");
            keyboard.leaveBy("Space");
            sees(page, language, "Tjek dine svar", "Check your answers");
            assertThat(page.locator(".answers")).containsText("Ozonsø Gymnasium");
            keyboard.follow("main button[name=step][value=send]");
            sees(page, language, "Du er tilmeldt", "You are registered");

            keyboard.follow("a[href='/min/" + TOKEN + "']");
            keyboard.follow("a[href$='/ret']");
            keyboard.to("#name");
            keyboard.replace("Åse Ny");
            keyboard.follow("main button.button-primary");
            assertThat(page).hasURL("http://localhost:" + port() + "/min/" + TOKEN);
            keyboard.follow("a[href$='/afmeld']");
            services.on("GET /api/my-registrations", mine("CANCELLED", false));
            keyboard.follow("main button.button-primary, main button[type=submit]");
            assertThat(page.locator("main"))
                    .containsText(language.equals("da") ? "Du er afmeldt" : "Your registration is cancelled");
            assertThat(keyboard.stops()).isGreaterThan(40);
        }
        assertThat(services.calls("POST /api/registrations").getLast().body())
                .contains("\"institutionNumber\":\"901186\"", "\"role\":\"", "\"language\":\"" + language + "\"");
        assertThat(services.calls("PATCH /api/my-registrations").getLast().body())
                .contains("Åse Ny");
        assertThat(services.calls("POST /api/my-registrations/cancel")).isNotEmpty();
    }

    private static void fill(Page page, Keyboard keyboard, boolean javaScript) {
        keyboard.to("#name");
        keyboard.type("Åse Prøve");
        keyboard.to("#email");
        keyboard.type("aase@skole.example");
        keyboard.to("#institutionQuery");
        keyboard.type("ozonsø");
        if (javaScript) {
            assertThat(page.locator("[role=option]").first()).isVisible();
            keyboard.press("ArrowDown");
            keyboard.press("ArrowDown");
            keyboard.press("Enter");
            assertThat(page.locator("#institutionQuery")).hasValue("Ozonsø Gymnasium");
        } else {
            keyboard.to("main button[name=step][value=find]");
            keyboard.leaveBy("Space");
            keyboard.to("input[type=radio][name=institutionNumber]");
            keyboard.press("Space");
            keyboard.press("ArrowDown");
            assertThat(page.locator("#institution-901186")).isChecked();
        }
        keyboard.to("#role");
        keyboard.press("ArrowDown");
    }

    @ParameterizedTest
    @CsvSource({"da,1280,true", "da,320,false", "en,320,true", "en,1280,false"})
    void leadsFromTheListOfErrorsToTheField(String language, int width, boolean javaScript) {
        try (BrowserContext context = chromium.visitor(width, javaScript)) {
            Page page = context.newPage();
            Keyboard keyboard = new Keyboard(page);
            page.navigate(address(FORM, language));
            keyboard.follow("main button[name=step][value=tjek]");
            assertThat(page)
                    .hasTitle(java.util.regex.Pattern.compile(language.equals("da") ? "^Fejl – " : "^Error – "));
            if (javaScript) {
                assertThat(page.locator("#fejl-liste")).isFocused();
            }
            keyboard.to("#fejl-liste a[href='#email']");
            keyboard.press("Enter");
            assertThat(page.locator("#email")).isFocused();
            keyboard.back("#name");
        }
    }

    /** Also in the middle of a form, where nothing that was typed is lost. */
    @ParameterizedTest
    @CsvSource({"da,en,320,true", "en,da,1280,true", "da,en,1280,false", "en,da,320,false"})
    void changesTheLanguage(String from, String to, int width, boolean javaScript) {
        try (BrowserContext context = chromium.visitor(width, javaScript)) {
            Page page = context.newPage();
            Keyboard keyboard = new Keyboard(page);
            page.navigate(address("/arrangementer/m1", from));
            keyboard.follow(".languages a[lang=" + to + "]");
            assertThat(page.locator("html")).hasAttribute("lang", to);
            page.navigate(address(FORM, from));
            keyboard.to("#name");
            keyboard.type("Åse Prøve");
            keyboard.back(".languages button[lang=" + to + "]");
            keyboard.leaveBy("Enter");
            assertThat(page.locator("html")).hasAttribute("lang", to);
            assertThat(page.locator("#name")).hasValue("Åse Prøve");
        }
    }

    @ParameterizedTest
    @CsvSource({"da,1280,true", "da,320,false", "en,320,true", "en,1280,false"})
    void readsTheCalendar(String language, int width, boolean javaScript) {
        try (BrowserContext context = chromium.visitor(width, javaScript)) {
            Page page = context.newPage();
            Keyboard keyboard = new Keyboard(page);
            page.navigate(address("/", language));
            keyboard.follow(".views a[href^='/kalender']");
            keyboard.to("#month");
            keyboard.press("ArrowDown");
            keyboard.press("ArrowDown");
            keyboard.follow(".filters button[type=submit]");
            assertThat(page).hasURL(java.util.regex.Pattern.compile("month=\\d{4}-\\d{2}"));
            page.navigate(address(PAGES.get(2), language));
            keyboard.to("summary");
            keyboard.press("Enter");
            keyboard.to("details a[href^='/kalender.ics']");
            page.navigate(address(PAGES.get(2), language));
            keyboard.follow("main a[href^='/arrangementer/m1']");
            assertThat(page.locator("h1")).hasText(language.equals("da") ? "Temadag om energi" : "Theme day");
        }
    }

    @Test
    void skipsToTheContent() {
        try (BrowserContext context = chromium.visitor(320, true)) {
            Page page = context.newPage();
            Keyboard keyboard = new Keyboard(page);
            page.navigate(address("/arrangementer/m1", "da"));
            keyboard.to("a.skipnav");
            keyboard.press("Enter");
            keyboard.to("main a");
            assertThat(keyboard.stops()).isEqualTo(2);
        }
    }

    /** No trap anywhere, and the same way back. */
    @ParameterizedTest
    @CsvSource({"da,320,true", "en,1280,true", "da,1280,false", "en,320,false"})
    void walksEveryPageThereAndBack(String language, int width, boolean javaScript) {
        try (BrowserContext context = chromium.visitor(width, javaScript)) {
            Page page = context.newPage();
            for (String path : PAGES) {
                page.navigate(address(path, language));
                new Keyboard(page).walk();
            }
        }
    }

    /** Control: a stop that cannot be seen is found, and so is a trap. */
    @Test
    void wouldFindAnInvisibleStopAndATrap() {
        try (BrowserContext context = chromium.visitor(1280, true)) {
            Page page = context.newPage();
            page.navigate(address("/was", "da"));
            page.evaluate("""
                    () => { const link = document.querySelector('main a, footer a');
                        link.style.setProperty('outline', 'none', 'important');
                        link.style.setProperty('box-shadow', 'none', 'important'); }
                    """);
            assertThatThrownBy(() -> new Keyboard(page).walk()).hasMessageContaining("focus is drawn");
            page.navigate(address("/was", "da"));
            page.evaluate("""
                    () => { const links = [...document.querySelectorAll('a')];
                        links.at(-1).addEventListener('keydown', event => { event.preventDefault(); links.at(-2).focus(); }); }
                    """);
            assertThatThrownBy(() -> new Keyboard(page).walk())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageMatching("(?s).*(no way out|each stop once|the way back).*");
        }
    }
}
