package dk.astra.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import dk.astra.testsupport.Mail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole journey by hand: what people see and press, in a real browser. */
class BrowserJourneyIT {

    private static final Path CHROMIUM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
    private static final String PLAN = "browser";
    private static final String MEASURE = "1.3-KOM-5";

    private static Playwright playwright;
    private static Browser browser;

    private final Stack stack = Stack.shared();
    private final Office office = new Office(stack);

    @BeforeAll
    static void startsABrowser() {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM),
                "no browser at " + CHROMIUM + "; install chromium or say where it is with -Dchromium=");
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

    @Test
    void leadsFromSignUpOverTheWaitingListToTheManagersPage() {
        office.loadPlan(PLAN);
        Map<String, Object> request = Office.meetingToday("Koordinatorerne mødes", 1);
        request.put("type", "NATIONAL_NETWORK_MEETING");
        request.put("network", "MUNICIPAL");
        String meeting = office.schedule(request);
        Participant first = Participants.next();
        Participant second = Participants.next();

        try (BrowserContext context = visitor(true)) {
            Page page = page(context);
            signUp(page, meeting, first, "Tilmeld dig");
            sees(page, "Du er tilmeldt");
            signUp(page, meeting, first, "Skriv dig på venteliste");
            sees(page, "Du er allerede tilmeldt");
        }
        try (BrowserContext context = visitor(false)) {
            Page page = page(context);
            signUp(page, meeting, second, "Skriv dig på venteliste");
            sees(page, "Du står på ventelisten");
            assertThat(page.getByText("Du er nummer 1.")).isVisible();
        }
        assertThat(mail(first, 1).calendarMethod()).isEqualTo("REQUEST");
        assertThat(mail(second, 1).calendarMethod()).isNull();

        try (BrowserContext context = visitor(true)) {
            Page page = page(context);
            page.navigate(mail(first, 1).linkWith("/min/"));
            sees(page, "Min tilmelding");
            press(page, AriaRole.LINK, "Afmeld dig");
            press(page, AriaRole.BUTTON, "Ja, afmeld mig");
            assertThat(page.getByText("Du er afmeldt")).isVisible();

            page.navigate(mail(second, 1).linkWith("/min/"));
            Awaitility.await("the first in line is promoted")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> {
                        page.reload();
                        return page.getByText("Du er tilmeldt").isVisible();
                    });
        }
        assertThat(mail(first, 2).calendarMethod()).isEqualTo("CANCEL");
        assertThat(mail(first, 2).calendarProperty("UID"))
                .isEqualTo(mail(first, 1).calendarProperty("UID"));
        assertThat(mail(second, 2).calendarMethod()).isEqualTo("REQUEST");

        try (BrowserContext context = visitor(true)) {
            Page page = page(context);
            page.navigate(stack.portal("/intern/arrangementer/" + meeting).toString());
            signIn(page, "arrangoer");
            sees(page, "Koordinatorerne mødes");
            assertThat(page.getByText(second.name()).first()).isVisible();
            press(page, AriaRole.LINK, "Markér som afholdt");
            page.getByLabel(second.name()).check();
            press(page, AriaRole.BUTTON, "Markér som afholdt");
            assertThat(page.getByText("Afholdt").first()).isVisible();
        }
        try (BrowserContext context = visitor(true)) {
            Page page = page(context);
            String measure =
                    stack.portal("/intern/plan/" + PLAN + "/" + MEASURE).toString();
            page.navigate(measure);
            signIn(page, "leder");
            Awaitility.await("the measure counts the meeting")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> {
                        page.navigate(measure);
                        return page.locator("code", new Page.LocatorOptions().setHasText("meeting.held"))
                                        .count()
                                > 0;
                    });
            page.navigate(stack.portal("/intern/plan/" + PLAN).toString());
            assertThat(page.locator("a[href$='" + MEASURE + "']").first()).isVisible();
        }
    }

    /** The service is frozen in the middle of a request, so it is sent several times; it counts once. */
    @Test
    void signsUpByItselfWhenTheServiceIsBack() {
        String meeting = office.schedule(Office.meeting("Vi prøver igen", 5));
        Participant participant = Participants.next();
        try (BrowserContext context = visitor(true)) {
            Page page = page(context);
            page.setViewportSize(320, 640);
            page.navigate(
                    stack.portal("/arrangementer/" + meeting + "/tilmelding").toString());
            fill(page, participant);
            press(page, AriaRole.BUTTON, "Næste");
            sees(page, "Tjek dine svar");
            stack.pause("registration-service");
            try {
                press(page, AriaRole.BUTTON, "Send tilmelding");
                page.getByText("Dine svar er ikke gået tabt").waitFor();
                sees(page, "Din tilmelding er ikke bekræftet endnu");
                assertThat(page.getByText("Vi prøver igen af os selv")).isVisible();
            } finally {
                stack.resume("registration-service");
            }
            page.waitForURL("**/kvittering", new Page.WaitForURLOptions().setTimeout(90_000));
            sees(page, "Du er tilmeldt");
        }
        assertThat(office.participants(meeting)).hasSize(1);
    }

    private static BrowserContext visitor(boolean javaScript) {
        return browser.newContext(
                new Browser.NewContextOptions().setLocale("da-DK").setJavaScriptEnabled(javaScript));
    }

    private static Page page(BrowserContext context) {
        context.setDefaultTimeout(20_000);
        return context.newPage();
    }

    private void signUp(Page page, String meeting, Participant participant, String invitation) {
        page.navigate(stack.portal("/arrangementer/" + meeting).toString());
        press(page, AriaRole.LINK, invitation);
        fill(page, participant);
        press(page, AriaRole.BUTTON, "Næste");
        sees(page, "Tjek dine svar");
        assertThat(page.getByText(participant.email())).isVisible();
        press(page, AriaRole.BUTTON, "Send tilmelding");
    }

    private static void fill(Page page, Participant participant) {
        page.fill("#name", participant.name());
        page.fill("#email", participant.email());
        page.fill("#institutionName", "Skolen ved åen");
        page.fill("#comment", participant.comment());
    }

    private void signIn(Page page, String user) {
        page.fill("#username", user);
        page.fill("#password", stack.signIns().getOrDefault(user, ""));
        page.locator("button[type=submit]").click();
    }

    private static void press(Page page, AriaRole role, String name) {
        try {
            page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                    .first()
                    .click();
        } catch (TimeoutError e) {
            throw new AssertionError(
                    "no " + role + " \"" + name + "\" on " + page.url() + ":\n" + page.innerText("body"), e);
        }
    }

    private static void sees(Page page, String heading) {
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(heading).setLevel(1)))
                .isVisible();
    }

    private Mail mail(Participant participant, int number) {
        Awaitility.await("mail " + number + " to " + participant.email())
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> stack.mails(participant.email()).size() >= number);
        return stack.mails(participant.email()).get(number - 1);
    }
}
