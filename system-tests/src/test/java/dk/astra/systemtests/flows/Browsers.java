package dk.astra.systemtests.flows;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** One browser, and the one thread that may use it, for each kind of visit; kept for all flows of this JVM. */
final class Browsers {

    private static final Path CHROMIUM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
    private static final int TIMEOUT = 20_000;
    private static final int HEIGHT = 900;
    private static final Map<Visit, Browsers> OPEN = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.values().forEach(Browsers::close)));
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("browser-", 0).factory());
    private final Future<Playwright> playwright;
    private final Future<Browser> browser;

    private Browsers() {
        playwright = thread.submit(() -> Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
        browser = thread.submit(() -> playwright
                .get()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-dev-shm-usage",
                                "--test-third-party-cookie-phaseout"))));
    }

    static void assumeABrowser() {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM),
                "no browser at " + CHROMIUM + "; install chromium or say where it is with -Dchromium=");
    }

    /** Runs in the thread of that visit's browser, with a context that knows nothing of earlier ones. */
    static <T> Future<T> with(Visit visit, Use<T> use) {
        Browsers ours = OPEN.computeIfAbsent(visit, ignored -> new Browsers());
        Callable<T> call = () -> {
            try (BrowserContext context = context(ours.browser.get(), visit)) {
                return use.of(context);
            }
        };
        return ours.thread.submit(call);
    }

    static BrowserContext context(Browser browser, Visit visit) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(visit.width(), HEIGHT)
                .setLocale(visit.language().equals("da") ? "da-DK" : "en-GB")
                .setJavaScriptEnabled(visit.javaScript()));
        context.setDefaultTimeout(TIMEOUT);
        return context;
    }

    private void close() {
        thread.submit(() -> {
            playwright.get().close();
            return true;
        });
        thread.shutdown();
        try {
            thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What somebody does in a browser. */
    interface Use<T> {
        T of(BrowserContext context) throws Exception;
    }
}
