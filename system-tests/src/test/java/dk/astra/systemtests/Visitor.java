package dk.astra.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Somebody at a browser of their own; used by the thread that opened it only. */
final class Visitor implements AutoCloseable {

    private static final Path CHROMIUM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));

    private final Playwright playwright;
    private final BrowserContext context;
    private final Page page;

    private Visitor(Playwright playwright, BrowserContext context) {
        this.playwright = playwright;
        this.context = context;
        context.setDefaultTimeout(20_000);
        this.page = context.newPage();
    }

    static void assumeABrowser() {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM),
                "no browser at " + CHROMIUM + "; install chromium or say where it is with -Dchromium=");
    }

    static Visitor arrives(boolean javaScript) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-dev-shm-usage")));
        return new Visitor(
                playwright,
                browser.newContext(
                        new Browser.NewContextOptions().setLocale("da-DK").setJavaScriptEnabled(javaScript)));
    }

    Page page() {
        return page;
    }

    void fillsIn(Participant participant) {
        page.fill("#name", participant.name());
        page.fill("#email", participant.email());
        page.fill("#institutionName", "Skolen ved åen");
        page.fill("#comment", participant.comment());
    }

    /** Up to the last button of a sign-up. */
    void fillsIn(String meetingPage, Participant participant) {
        page.navigate(meetingPage + "/tilmelding");
        fillsIn(participant);
        presses(AriaRole.BUTTON, "Næste");
        sees("Tjek dine svar");
    }

    void presses(AriaRole role, String name) {
        try {
            page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                    .first()
                    .click();
        } catch (TimeoutError e) {
            throw new AssertionError(
                    "no " + role + " \"" + name + "\" on " + page.url() + ":\n" + page.innerText("body"), e);
        }
    }

    void sees(String heading) {
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(heading).setLevel(1)))
                .isVisible();
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    @Override
    public void close() {
        context.close();
        playwright.close();
    }
}
