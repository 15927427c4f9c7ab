package dk.astra.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/**
 * Looks at pages in a real browser: axe finds nothing (WCAG 2.1 A and AA), html-validate finds nothing, nothing lies
 * beside the screen. A picture of each lies in {@code target/screenshots}.
 */
abstract class BrowserTestBase extends WithStubs {

    private static final Path CHROMIUM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
    private static final Path MODULES = Path.of("node_modules");
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final Path PAGES = Path.of("target/pages");

    private static Playwright playwright;
    private static Browser browser;
    private static String axe;

    final List<String> findings = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    @BeforeAll
    static void startsABrowser() throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM),
                "no browser at " + CHROMIUM + "; install chromium or say where it is with -Dchromium=");
        axe = Files.readString(MODULES.resolve("axe-core/axe.min.js"));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-dev-shm-usage")));
    }

    @AfterAll
    static void closesTheBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    String address(String path, String language) {
        return "http://localhost:" + port() + path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }

    /** The button that people see; the one for the Enter key is hidden. */
    static void press(Page page, String step) {
        page.click("main button[name=step][value=" + step + "]:not([aria-hidden])");
    }

    BrowserContext visitor(int width, boolean javaScript) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(javaScript)
                .setBypassCSP(false));
    }

    List<String> watch(Page page) {
        List<String> foreign = new ArrayList<>();
        page.onRequest(request -> {
            if (!request.url().startsWith("http://localhost:" + port() + "/")
                    && !request.url().startsWith("data:")) {
                foreign.add(request.url());
            }
        });
        return foreign;
    }

    void look(Page page, String name, String language, int width) {
        look(page, name, language, width, true);
    }

    void look(Page page, String name, String language, int width, boolean javaScript) {
        String what = name + "-" + language + "-" + width;
        // without the marks that the browser's driver leaves when it takes a picture
        keep(what, page.content().replace(" style=\"\"", ""));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(what + ".png"))
                .setFullPage(true));
        Object wide = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        if (((Number) wide).intValue() > 0) {
            findings.add(what + ": " + wide + " px lie beside the screen");
        }
        if (javaScript) {
            page.evaluate(axe);
        }
        Object found = javaScript ? page.evaluate("""
                async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}))
                    .violations.flatMap(rule => rule.nodes.map(node => rule.id + ' at ' + node.target.join(' ')))
                """) : List.of();
        for (Object violation : (List<?>) found) {
            findings.add(what + ": axe: " + violation);
        }
    }

    private void keep(String what, String html) {
        try {
            Files.createDirectories(PAGES);
            Path file = PAGES.resolve(what + ".html");
            // a browser tells the document without its type
            Files.writeString(file, "<!DOCTYPE html>\n" + html.replaceFirst("^<!DOCTYPE html>", ""));
            kept.add(file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void assertNothingWasFound() {
        validate();
        assertThat(findings).isEmpty();
    }

    /** All pages of a test at once: Node takes longer to start than to read a page. */
    void validate() {
        List<String> command = new ArrayList<>(List.of(
                "node",
                MODULES.resolve("html-validate/bin/html-validate.mjs").toString(),
                "--config",
                ".htmlvalidate.json",
                "--formatter",
                "text"));
        command.addAll(kept);
        try {
            Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!node.waitFor(60, TimeUnit.SECONDS) || node.exitValue() != 0) {
                said.lines().forEach(line -> findings.add("html-validate: " + line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
