package dk.astra.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.astra.testsupport.Mail;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole journey by hand: what people see and press, in a real browser. */
class BrowserJourneyIT {

    private static final String PLAN = "browser";
    private static final String MEASURE = "1.3-KOM-5";

    private final Stack stack = Stack.shared();
    private final Office office = new Office(stack);

    @BeforeAll
    static void needsABrowser() {
        Visitor.assumeABrowser();
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

        try (Visitor visitor = Visitor.arrives(true)) {
            signUp(visitor, meeting, first, "Tilmeld dig");
            visitor.sees("Du er tilmeldt");
            signUp(visitor, meeting, first, "Skriv dig på venteliste");
            visitor.sees("Du er allerede tilmeldt");
        }
        try (Visitor visitor = Visitor.arrives(false)) {
            Page page = visitor.page();
            signUp(visitor, meeting, second, "Skriv dig på venteliste");
            visitor.sees("Du står på ventelisten");
            assertThat(page.getByText("Du er nummer 1.")).isVisible();
        }
        assertThat(mail(first, 1).calendarMethod()).isEqualTo("REQUEST");
        assertThat(mail(second, 1).calendarMethod()).isNull();

        try (Visitor visitor = Visitor.arrives(true)) {
            Page page = visitor.page();
            page.navigate(mail(first, 1).linkWith("/min/"));
            visitor.sees("Min tilmelding");
            visitor.presses(AriaRole.LINK, "Afmeld dig");
            visitor.presses(AriaRole.BUTTON, "Ja, afmeld mig");
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

        try (Visitor visitor = Visitor.arrives(true)) {
            Page page = visitor.page();
            page.navigate(stack.portal("/intern/arrangementer/" + meeting).toString());
            signIn(page, "arrangoer");
            visitor.sees("Koordinatorerne mødes");
            assertThat(page.getByText(second.name()).first()).isVisible();
            visitor.presses(AriaRole.LINK, "Markér som afholdt");
            page.getByLabel(second.name()).check();
            visitor.presses(AriaRole.BUTTON, "Markér som afholdt");
            assertThat(page.getByText("Afholdt").first()).isVisible();
        }
        try (Visitor visitor = Visitor.arrives(true)) {
            Page page = visitor.page();
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
        try (Visitor visitor = Visitor.arrives(true)) {
            Page page = visitor.page();
            page.setViewportSize(320, 640);
            page.navigate(
                    stack.portal("/arrangementer/" + meeting + "/tilmelding").toString());
            visitor.fillsIn(participant);
            visitor.presses(AriaRole.BUTTON, "Næste");
            visitor.sees("Tjek dine svar");
            stack.pause("registration-service");
            try {
                visitor.presses(AriaRole.BUTTON, "Send tilmelding");
                page.getByText("Dine svar er ikke gået tabt").waitFor();
                visitor.sees("Din tilmelding er ikke bekræftet endnu");
                assertThat(page.getByText("Vi prøver igen af os selv")).isVisible();
            } finally {
                stack.resume("registration-service");
            }
            page.waitForURL("**/kvittering", new Page.WaitForURLOptions().setTimeout(90_000));
            visitor.sees("Du er tilmeldt");
        }
        assertThat(office.participants(meeting)).hasSize(1);
    }

    private void signUp(Visitor visitor, String meeting, Participant participant, String invitation) {
        Page page = visitor.page();
        page.navigate(stack.portal("/arrangementer/" + meeting).toString());
        visitor.presses(AriaRole.LINK, invitation);
        visitor.fillsIn(participant);
        visitor.presses(AriaRole.BUTTON, "Næste");
        visitor.sees("Tjek dine svar");
        assertThat(page.getByText(participant.email())).isVisible();
        visitor.presses(AriaRole.BUTTON, "Send tilmelding");
    }

    private void signIn(Page page, String user) {
        page.fill("#username", user);
        page.fill("#password", stack.signIns().getOrDefault(user, ""));
        page.locator("button[type=submit]").click();
    }

    private Mail mail(Participant participant, int number) {
        Awaitility.await("mail " + number + " to " + participant.email())
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> stack.mails(participant.email()).size() >= number);
        return stack.mails(participant.email()).get(number - 1);
    }
}
