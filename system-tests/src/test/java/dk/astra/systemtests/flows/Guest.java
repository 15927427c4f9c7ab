package dk.astra.systemtests.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dk.astra.systemtests.Participant;
import dk.astra.systemtests.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * Somebody on the way through one flow, with the keyboard only. Goes to an address only at the beginning and by the link
 * of a mail. Texts are given by their names in the portal's bundle, so they are looked for in the visit's language.
 */
final class Guest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    private final Stack stack;
    private final Visit visit;
    private final Words words;
    private final Look look;
    private final Page page;
    private final Keys keys;

    Guest(Stack stack, Visit visit, Words words, Look look, BrowserContext context) {
        this(stack, visit, words, look, context.newPage());
    }

    private Guest(Stack stack, Visit visit, Words words, Look look, Page page) {
        this.stack = stack;
        this.visit = visit;
        this.words = words;
        this.look = look;
        this.page = page;
        this.keys = new Keys(page);
    }

    Visit visit() {
        return visit;
    }

    Page page() {
        return page;
    }

    Look look() {
        return look;
    }

    String say(String name, Object... arguments) {
        return words.say(name, arguments);
    }

    Words words() {
        return words;
    }

    /** A title of {@link dk.astra.systemtests.Office#meeting} as this visit reads it. */
    String titled(String title) {
        return visit.language().equals("da") ? title : title + " (en)";
    }

    /** The first page; who reads English says so there, everybody else is addressed in Danish. */
    void arrives(String path) {
        page.navigate(stack.portal(path).toString());
        if (visit.language().equals("en")) {
            followsLink(words.say("language.en"));
        }
    }

    /** By the link of a mail, as it stands there. */
    void opens(String link) {
        page.navigate(link);
    }

    void follows(String name, Object... arguments) {
        follow(link(name, arguments));
    }

    Locator link(String name, Object... arguments) {
        return there(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words.like(name, arguments))));
    }

    void followsLink(String text) {
        followsLink(Words.whole(text));
    }

    void followsLink(Pattern text) {
        follow(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text)));
    }

    private void follow(Locator link) {
        keys.to(there(link));
        keys.leaveBy("Enter");
    }

    /** By a link to a place on the same page. */
    void jumps(String name) {
        keys.to(link(name));
        keys.press("Enter");
    }

    void presses(String name, Object... arguments) {
        reaches(name, arguments);
        keys.leaveBy("Enter");
    }

    /** To a button, without pressing it yet. */
    void reaches(String name, Object... arguments) {
        keys.to(there(button(name, arguments)));
    }

    private Locator button(String name, Object... arguments) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words.like(name, arguments)));
    }

    void writes(String label, String text) {
        writesAt(words.like(label), text);
    }

    void writesAt(Pattern label, String text) {
        keys.write(field(label), text);
    }

    void chooses(String label, String option) {
        keys.choose(field(words.like(label)), option);
    }

    void ticks(String label) {
        ticksAt(words.like(label));
    }

    void ticksAt(Pattern label) {
        keys.tick(field(label), true);
    }

    private Locator field(Pattern label) {
        return there(page.getByLabel(label));
    }

    Keys keys() {
        return keys;
    }

    /** What the browser was given to keep. */
    String downloads(String name) {
        keys.to(link(name));
        Download download = page.waitForDownload(() -> keys.press("Enter"));
        try (InputStream file = download.createReadStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that is looked at on each page, a picture, and its heading by the text's name. */
    void sees(String picture, String heading, Object... arguments) {
        sees(picture, words.like(heading, arguments));
    }

    void sees(String picture, Pattern heading) {
        try {
            assertThat(page.locator("h1")).hasText(heading);
        } catch (AssertionError other) {
            throw new AssertionError(other.getMessage() + "\n" + page.url() + "\n" + page.innerText("main"), other);
        }
        look.at(page, picture);
    }

    /** The text is on the page. */
    void reads(String name, Object... arguments) {
        there(told(name, arguments));
    }

    void readsText(String text) {
        try {
            assertThat(page.locator("main")).containsText(text);
        } catch (AssertionError missing) {
            throw new AssertionError("not on " + page.url() + ": " + text + "\n" + page.innerText("main"), missing);
        }
    }

    void doesNotRead(String name, Object... arguments) {
        assertThat(told(name, arguments)).hasCount(0);
    }

    boolean isTold(String name, Object... arguments) {
        return told(name, arguments).count() > 0;
    }

    private Locator told(String name, Object... arguments) {
        return page.locator("main").getByText(words.within(name, arguments));
    }

    /** Looks again until something that happens elsewhere has arrived here. */
    void looksUntil(String name, Object... arguments) {
        Awaitility.await(name + " on " + page.url()).atMost(PATIENCE).until(() -> {
            page.reload();
            return isTold(name, arguments);
        });
    }

    private Locator there(Locator wanted) {
        try {
            wanted.first().waitFor();
            return wanted.first();
        } catch (RuntimeException missing) {
            throw new AssertionError("no " + wanted + " on " + page.url() + ":\n" + page.innerText("body"), missing);
        }
    }

    /** Fills the form of a meeting and sends it; begins and ends on pages that are looked at elsewhere. */
    void signsUp(Participant participant) {
        fillsIn(participant);
        presses("form.next");
        presses("form.submit");
    }

    void fillsIn(Participant participant) {
        writes("form.name", participant.name());
        writes("form.email", participant.email());
        writes("form.institution.missing", "Skolen ved åen");
    }

    /** The same person in a tab that was opened from this one, or in another one's browser. */
    Guest in(Page other) {
        return new Guest(stack, visit, words, look, other);
    }

    /** Somebody else, who has never been here. */
    Guest another() {
        BrowserContext context = Browsers.context(page.context().browser(), visit);
        look.over(context);
        return new Guest(stack, visit, words, look, context);
    }
}
