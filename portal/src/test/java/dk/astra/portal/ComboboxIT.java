package dk.astra.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.mine;
import static dk.astra.portal.Samples.seat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The field that finds schools while one types, as the WAI-ARIA Authoring Practices describe a combobox. */
class ComboboxIT extends WithStubs {

    private static final String FORM = "/arrangementer/m1/tilmelding";
    private static final String TWO = items(
            "{\"number\":\"901185\",\"name\":\"Ozonsø Erhvervsskole\",\"municipalityCode\":\"0851\"}",
            "{\"number\":\"901186\",\"name\":\"Ozonsø Gymnasium\",\"municipalityCode\":\"0461\"}");

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
    void twoSchoolsAreFound() {
        services.on("GET /api/institutions", TWO).on("POST /api/registrations", 201, seat());
    }

    private Page open(BrowserContext context, String path) {
        Page page = context.newPage();
        page.navigate("http://localhost:" + port() + path);
        return page;
    }

    private static Locator field(Page page) {
        return page.locator("#institutionQuery");
    }

    private static void type(Page page, String text) {
        field(page).pressSequentially(text);
        assertThat(page.locator("[role=option]").first()).isVisible();
    }

    private static Locator status(Page page) {
        return page.locator(".combobox-status");
    }

    @Test
    void isChosenFromWithTheKeyboardAndSent() {
        try (BrowserContext context = chromium.visitor(1280, true)) {
            Page page = open(context, FORM);
            assertThat(field(page)).hasAttribute("role", "combobox");
            assertThat(field(page)).hasAttribute("aria-expanded", "false");
            type(page, "ozonsø");
            assertThat(field(page)).hasAttribute("aria-expanded", "true");
            assertThat(page.locator("[role=option]"))
                    .hasText(new String[] {"Ozonsø Erhvervsskole, Aalborg", "Ozonsø Gymnasium, Odense"});
            assertThat(status(page)).hasText(Pattern.compile("^2 fundet\\."));
            assertThat(page.locator("[role=option][aria-selected=true]")).hasCount(0);

            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            assertThat(field(page)).hasAttribute("aria-activedescendant", "institutionQuery-option-1");
            page.keyboard().press("ArrowDown");
            assertThat(field(page)).hasAttribute("aria-activedescendant", "institutionQuery-option-0");
            page.keyboard().press("ArrowUp");
            assertThat(page.locator("#institutionQuery-option-1")).hasAttribute("aria-selected", "true");
            page.keyboard().press("Enter");

            assertThat(field(page)).hasValue("Ozonsø Gymnasium");
            assertThat(field(page)).hasAttribute("aria-expanded", "false");
            assertThat(field(page)).isFocused();
            assertThat(status(page)).hasText("Ozonsø Gymnasium, Odense er valgt.");
            assertThat(page.locator("#municipalityCode")).hasValue("0461");
            page.fill("#name", "Åse Prøve");
            page.fill("#email", "aase@skole.example");
            page.click("main button[value=tjek]");
            page.click("main button[value=send]");
            page.waitForURL("**/kvittering*");
        }
        assertThat(services.calls("POST /api/registrations").getLast().body())
                .contains("\"institutionNumber\":\"901186\"", "\"municipalityCode\":\"0461\"");
    }

    @Test
    void closesAndMovesWithinTheTextAsAuthorsPracticesSay() {
        try (BrowserContext context = chromium.visitor(1280, true)) {
            Page page = open(context, FORM);
            type(page, "ozonsø");
            page.keyboard().press("ArrowDown");
            for (String key : new String[] {"Home", "End", "ArrowLeft"}) {
                page.keyboard().press("ArrowDown");
                assertThat(field(page)).hasAttribute("aria-activedescendant", Pattern.compile("option"));
                page.keyboard().press(key);
                assertThat(field(page)).not().hasAttribute("aria-activedescendant", Pattern.compile(".*"));
            }
            page.keyboard().press("Escape");
            assertThat(page.locator("[role=listbox]")).isHidden();
            assertThat(field(page)).hasValue("ozonsø");
            page.keyboard().press("Alt+ArrowDown");
            assertThat(page.locator("[role=listbox]")).isVisible();
            assertThat(field(page)).not().hasAttribute("aria-activedescendant", Pattern.compile(".*"));
            page.keyboard().press("Alt+ArrowUp");
            assertThat(page.locator("[role=listbox]")).isHidden();
            page.keyboard().press("ArrowUp");
            assertThat(field(page)).hasAttribute("aria-activedescendant", "institutionQuery-option-1");
            page.keyboard().press("Tab");
            assertThat(page.locator("[role=listbox]")).isHidden();
            assertThat(field(page)).hasValue("ozonsø");
        }
    }

    /** Nothing is chosen unless the reader chooses it, and a choice is over when its name is changed. */
    @Test
    void forgetsAChoiceThatIsTypedOver() {
        try (BrowserContext context = chromium.visitor(320, true)) {
            Page page = open(context, FORM);
            type(page, "ozonsø");
            page.locator("#institutionQuery-option-0").click();
            assertThat(page.locator("input[type=hidden][name=institutionNumber]"))
                    .hasValue("901185");
            assertThat(page.locator("#municipalityCode")).hasValue("0851");
            field(page).press("End");
            field(page).pressSequentially(" nord");
            assertThat(page.locator("input[type=hidden][name=institutionNumber]"))
                    .hasCount(0);
            assertThat(page.locator("#municipalityCode")).hasValue("");
        }
    }

    @Test
    void leavesAMunicipalityThatTheReaderChose() {
        try (BrowserContext context = chromium.visitor(1280, true)) {
            Page page = open(context, FORM);
            page.selectOption("#municipalityCode", "0101");
            type(page, "ozonsø");
            page.locator("#institutionQuery-option-0").click();
            assertThat(page.locator("#municipalityCode")).hasValue("0101");
        }
    }

    /** The page's own step found schools first; then another one is typed. */
    @Test
    void goesOnFromTheStepThatFindsWithoutIt() {
        try (BrowserContext context = chromium.visitor(1280, true)) {
            Page page = open(context, FORM);
            page.fill("#institutionQuery", "ozonsø");
            page.click("main button[value=find]");
            page.check("#institution-901186");
            field(page).press("End");
            field(page).pressSequentially(" e");
            assertThat(page.locator("#institution-901186")).not().isChecked();
            assertThat(page.locator("[role=option]").first()).isVisible();
            page.locator("#institutionQuery-option-0").click();
            assertThat(page.locator("#institution-901186")).isHidden();
            page.fill("#name", "Åse Prøve");
            page.fill("#email", "aase@skole.example");
            page.click("main button[value=tjek]");
            assertThat(page.locator(".answers")).containsText("Ozonsø Erhvervsskole");
            assertThat(page.locator("input[name=institutionNumber]")).hasValue("901185");
        }
    }

    @Test
    void sendsTheReaderToTheTextFieldWhileTheRegisterIsAway() {
        services.on("GET /api/institutions", 503, "{}");
        try (BrowserContext context = chromium.visitor(320, true)) {
            Page page = open(context, FORM);
            field(page).pressSequentially("ozonsø");
            assertThat(status(page))
                    .hasText("Vi kan ikke søge lige nu. Skriv i stedet skolens navn i feltet herunder.");
            assertThat(page.locator("[role=listbox]")).isHidden();
            assertThat(page.locator("main button[value=find]")).isVisible();
            page.fill("#institutionName", "Ozonsø Erhvervsskole");
            page.fill("#name", "Åse Prøve");
            page.fill("#email", "aase@skole.example");
            page.click("main button[value=tjek]");
            assertThat(page.locator("h1")).hasText("Tjek dine svar");
        }
    }

    @Test
    void saysThatNothingWasFound() {
        services.on("GET /api/institutions", items());
        try (BrowserContext context = chromium.visitor(1280, true)) {
            Page page = open(context, FORM);
            field(page).pressSequentially("qqq");
            assertThat(status(page)).containsText("Vi fandt ingen skole med det navn");
            assertThat(field(page)).hasAttribute("aria-expanded", "false");
        }
    }

    @Test
    void asksOnceForAWordAndNotForEachLetter() {
        try (BrowserContext context = chromium.visitor(1280, true)) {
            Page page = open(context, FORM);
            type(page, "ozonsø erhverv");
        }
        assertThat(services.calls("GET /api/institutions").size()).isLessThan(5);
    }

    @Test
    void correctsTheSchoolOfARegistration() {
        services.on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on("PATCH /api/my-registrations", mine("CONFIRMED", true));
        try (BrowserContext context = chromium.visitor(320, true)) {
            Page page = open(context, "/min/" + TOKEN + "/ret");
            Locator name = page.locator("#institutionName");
            name.fill("");
            name.pressSequentially("ozonsø");
            page.locator("#institutionName-option-1").click();
            page.click("main button.button-primary");
            page.waitForURL("**/min/" + TOKEN);
        }
        assertThat(services.calls("PATCH /api/my-registrations").getLast().body())
                .contains("\"institutionNumber\":\"901186\"");
    }

    /** axe with the list open, in both languages, and nothing beside a phone's screen. */
    @ParameterizedTest
    @CsvSource({"da,320", "en,1280"})
    void isForEverybody(String language, int width) {
        try (BrowserContext context = chromium.visitor(width, true)) {
            Page page = open(context, FORM + "?lang=" + language);
            type(page, "ozonsø");
            page.keyboard().press("ArrowDown");
            Chromium.picture(page, "form-combobox-" + language + "-" + width);
            assertThat(chromium.violations(page.mainFrame())).isEmpty();
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue())
                    .isLessThanOrEqualTo(0);
            assertThat(page.locator("[role=option][aria-selected=true]")).hasCSS("outline-width", "3px");
            // control: an option outside its list is found
            page.evaluate("document.querySelector('[role=listbox]').removeAttribute('role')");
            assertThat(chromium.violations(page.mainFrame()))
                    .anyMatch(found -> found.startsWith("aria-required-parent"));
        }
    }
}
