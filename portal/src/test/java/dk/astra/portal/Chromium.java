package dk.astra.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** A real browser; where there is none the test is skipped. */
final class Chromium implements AutoCloseable {

    static final Path PICTURES = Path.of("target/screenshots");
    static final Path PAGES = Path.of("target/pages");
    static final Path MODULES = Path.of("node_modules");

    private static final Path BINARY = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));

    private final Playwright playwright;
    private final Browser browser;
    private final String axe;

    private Chromium(Playwright playwright, Browser browser, String axe) {
        this.playwright = playwright;
        this.browser = browser;
        this.axe = axe;
    }

    /** @param arguments besides those that every start has */
    static Chromium start(String... arguments) {
        Assumptions.assumeTrue(
                Files.isExecutable(BINARY),
                "no browser at " + BINARY + "; install chromium or say where it is with -Dchromium=");
        List<String> all = new ArrayList<>(
                List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"));
        all.addAll(List.of(arguments));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(BINARY)
                        .setArgs(all));
        return new Chromium(playwright, browser, text(MODULES.resolve("axe-core/axe.min.js")));
    }

    static Path binary() {
        return BINARY;
    }

    BrowserContext visitor(int width, boolean javaScript) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(javaScript)
                .setBypassCSP(false));
        context.setDefaultTimeout(15_000);
        return context;
    }

    /** What is wrong by WCAG 2.1 A and AA. */
    List<String> violations(Frame frame) {
        frame.evaluate(axe);
        Object found = frame.evaluate("""
                async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}))
                    .violations.flatMap(rule => rule.nodes.map(node => rule.id + ' at ' + node.target.join(' ')))
                """);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
