package dk.astra.systemtests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is looked at on every page and state of one visit, and a picture of each. */
final class Look {

    private static final String STATE = """
            () => ({
              language: document.documentElement.lang,
              title: document.title.trim(),
              headings: document.querySelectorAll('h1').length,
              beside: document.documentElement.scrollWidth - window.innerWidth,
              unsaid: (document.body.innerText.match(/\\?\\?\\S+\\?\\?|\\{\\d\\}/g) || []).join(' ')
            })
            """;
    private static final String AXE = """
            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}))
                .violations.flatMap(rule => rule.nodes.map(node => rule.id + ' at ' + node.target.join(' ')))
            """;

    private final Visit visit;
    private final Path folder;
    private final String axe;
    private final List<String> findings = new CopyOnWriteArrayList<>();
    private final Set<String> hosts = new HashSet<>();
    private final Set<String> expected = ConcurrentHashMap.newKeySet();
    private final Map<String, String> pageByTitle = new HashMap<>();
    private int pictures;

    Look(Visit visit, Path folder, String axe, URI portal) {
        this.visit = visit;
        this.folder = folder;
        this.axe = axe;
        this.hosts.add(portal.getAuthority());
    }

    /** A page of somebody else that shows us. */
    void allow(URI site) {
        hosts.add(site.getAuthority());
    }

    /** @param finding that is how it should be here */
    void expects(String finding) {
        expected.add(finding);
    }

    void over(BrowserContext context) {
        context.onRequest(request -> {
            URI asked = URI.create(request.url());
            if (asked.getScheme().startsWith("http") && !hosts.contains(asked.getAuthority())) {
                findings.add("asked another host: " + request.url());
            }
        });
        context.onResponse(response -> {
            Request request = response.request();
            if (response.status() >= 400 && !request.isNavigationRequest()) {
                findings.add(response.status() + " for " + request.url());
            }
        });
        context.onConsoleMessage(message -> {
            // also said of a page that is an answer to a mistake; what a page asks for is looked at above
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                findings.add("console: " + message.text());
            }
        });
        context.onWebError(error -> findings.add("script: " + error.error()));
    }

    /** @param name of the state, for its picture */
    void at(Page page, String name) {
        String where = "%02d-%s".formatted(++pictures, name);
        Map<?, ?> state = (Map<?, ?>) page.evaluate(STATE);
        if (!visit.language().equals(state.get("language"))) {
            findings.add(where + ": lang is " + state.get("language") + " on " + page.url());
        }
        title(where, String.valueOf(state.get("title")), page);
        if (((Number) state.get("headings")).intValue() != 1) {
            findings.add(where + ": " + state.get("headings") + " first headings");
        }
        if (((Number) state.get("beside")).intValue() > 0) {
            findings.add(where + ": " + state.get("beside") + " px lie beside the screen");
        }
        if (!state.get("unsaid").equals("")) {
            findings.add(where + ": no words for " + state.get("unsaid"));
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(where + ".png"))
                .setFullPage(true));
        if (visit.javaScript()) {
            page.evaluate(axe);
            ((List<?>) page.evaluate(AXE)).forEach(found -> findings.add(where + ": axe: " + found));
        }
    }

    /** Two pages with one title cannot be told apart in a list of tabs. */
    private void title(String where, String title, Page page) {
        String kind = URI.create(page.url()).getPath().replaceAll("/([A-Za-z0-9_-]{16,}|\\d+)", "/*");
        String other = pageByTitle.putIfAbsent(title.toLowerCase(Locale.ROOT), kind);
        if (title.isEmpty() || (other != null && !other.equals(kind))) {
            findings.add(where + ": the title \"" + title + "\" is that of " + other + " too");
        }
    }

    void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve("%02d-%s.png".formatted(++pictures, name)))
                .setFullPage(true));
    }

    void assertNothingFound() {
        findings.removeIf(expected::contains);
        assertThat(findings).as("found in " + folder).isEmpty();
    }
}
