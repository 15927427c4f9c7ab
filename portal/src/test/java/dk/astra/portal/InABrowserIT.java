package dk.astra.portal;

import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.asking;
import static dk.astra.portal.Samples.availability;
import static dk.astra.portal.Samples.group;
import static dk.astra.portal.Samples.groupPlace;
import static dk.astra.portal.Samples.groupWaitingTogether;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.meeting;
import static dk.astra.portal.Samples.mine;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * P11 in a real browser: every participant's page and state, in both languages, on a phone's width and a desk's. axe
 * finds nothing (WCAG 2.1 A and AA), html-validate finds nothing, nothing lies beside the screen, no other host is
 * asked. A picture of each lies in {@code target/screenshots}.
 */
class InABrowserIT extends BrowserTestBase {

    private static final String FORM = "/arrangementer/m1/tilmelding";

    private static final Map<String, String> BY_ADDRESS = Map.ofEntries(
            Map.entry("list", "/"),
            Map.entry("list-filtered", "/?network=EUD&q=energi"),
            Map.entry("calendar", "/kalender?month=" + START.toString().substring(0, 7)),
            Map.entry("meeting", "/arrangementer/m1"),
            Map.entry("meeting-cancelled", "/arrangementer/m3"),
            Map.entry("form", FORM),
            Map.entry("receipt-unknown", "/arrangementer/m1/kvittering"),
            Map.entry("mine", "/min/" + TOKEN),
            Map.entry("mine-cancel", "/min/" + TOKEN + "/afmeld"),
            Map.entry("mine-change", "/min/" + TOKEN + "/ret"),
            Map.entry("mine-transfer", "/min/" + TOKEN + "/giv-videre"),
            Map.entry("mine-move", "/min/" + TOKEN + "/skift?til=m2"),
            Map.entry("mine-erase", "/min/" + TOKEN + "/slet"),
            Map.entry("mine-unknown", "/min/kort"),
            Map.entry("group-form", FORM + "/flere"),
            Map.entry("group", "/gruppe/" + TOKEN),
            Map.entry("group-receipt", "/gruppe/" + TOKEN + "?ny"),
            Map.entry("group-name", "/gruppe/" + TOKEN + "/pladser/2/navn"),
            Map.entry("group-erase", "/gruppe/" + TOKEN + "/slet"),
            Map.entry("group-cancel", "/gruppe/" + TOKEN + "/pladser/1/afmeld"),
            Map.entry("links", "/mine-links"),
            Map.entry("accessibility", "/was"),
            Map.entry("privacy", "/privatliv"),
            Map.entry("cookies", "/cookies"),
            Map.entry("framed-list", "/indlejret/arrangementer"),
            Map.entry("framed-network", "/indlejret/arrangementer?network=EUD"),
            Map.entry("framed-meeting", "/indlejret/arrangementer/m1"),
            Map.entry("framed-cancelled", "/indlejret/arrangementer/m3"),
            Map.entry("framed-not-found", "/indlejret/arrangementer/findes-ikke"),
            Map.entry("not-found", "/findes-ikke"));

    @BeforeEach
    void everythingIsThere() {
        services.on("GET /api/meetings/m2", meeting("m2", "Temadag om energi", "SCHEDULED", START.plusDays(7)))
                .on("GET /api/meetings/m3", meeting("m3", "Netværksmøde", "CANCELLED", START))
                .on(
                        "GET /api/meetings",
                        items(
                                meeting("m1", "Temadag om energi", "SCHEDULED", START),
                                meeting("m2", "Temadag om energi", "SCHEDULED", START.plusDays(7)),
                                meeting("m3", "Netværksmøde", "CANCELLED", START)))
                .on("GET /api/availability", items(availability("m1", 10, 0), availability("m2", 40, 3)))
                .on("GET /api/institutions", items("{\"number\":\"901185\",\"name\":\"Ozonsø Erhvervsskole\"}"))
                .on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on(
                        "GET /api/my-groups",
                        group(
                                groupPlace(1, "CONFIRMED", "Åse Prøve"),
                                groupPlace(2, "WAITLISTED", null),
                                groupPlace(3, "NOT_TAKEN", null)));
    }

    @ParameterizedTest
    @CsvSource({"da,1280", "da,320", "en,1280", "en,320"})
    void everyPageIsForEverybody(String language, int width) {
        try (BrowserContext context = visitor(width, true)) {
            Page page = context.newPage();
            List<String> foreign = watch(page);
            BY_ADDRESS.forEach((name, path) -> {
                page.navigate(address(path, language));
                look(page, name, language, width);
            });
            assertThat(foreign).as("requests to other hosts").isEmpty();
        }
        assertNothingWasFound();
    }

    @ParameterizedTest
    @CsvSource({"da,1280,true", "da,320,false", "en,320,true", "en,1280,false"})
    void everyStateOfASignUpIsForEverybody(String language, int width, boolean javaScript) {
        try (BrowserContext context = visitor(width, javaScript)) {
            Page page = context.newPage();
            page.navigate(address(FORM, language));
            press(page, "tjek");
            look(page, "form-errors", language, width, javaScript);
            page.fill("#name", "Åse Prøve");
            page.fill("#email", "aase@skole.example");
            page.fill("#institutionQuery", "ozonsø");
            press(page, "find");
            look(page, "form-school-found", language, width, javaScript);
            page.check("#institution-901185");
            press(page, "tjek");
            look(page, "answers", language, width, javaScript);
            services.on("POST /api/registrations", 409, "{\"detail\":\"Fristen er gået\"}");
            press(page, "send");
            look(page, "refused", language, width, javaScript);
            services.on("POST /api/registrations", 503, "{}");
            press(page, "tjek");
            press(page, "send");
            look(page, "away", language, width, javaScript);
            services.on("POST /api/registrations", 201, receipt("WAITLISTED", "4"));
            press(page, "send");
            page.waitForURL("**/kvittering*");
            look(page, "receipt-line", language, width, javaScript);
            page.navigate(address(FORM, language));
            page.fill("#name", "Åse Prøve");
            page.fill("#email", "aase@skole.example");
            page.fill("#institutionQuery", "ozonsø");
            press(page, "find");
            page.check("#institution-901185");
            press(page, "tjek");
            services.on(
                    "POST /api/registrations",
                    201,
                    OfferPagesTest.with(
                            receipt("OFFERED", "null"),
                            "\"offeredUntil\":\"" + OfferPagesTest.UNTIL + "\",\"confirmByMail\":true"));
            press(page, "send");
            page.waitForURL("**/kvittering*");
            look(page, "receipt-confirm", language, width, javaScript);
            page.navigate(address("/min/" + TOKEN + "/giv-videre", language));
            services.on(
                    "POST /api/my-registrations/transfer",
                    400,
                    "{\"errors\":[{\"field\":\"email\",\"code\":\"required\",\"message\":\"Skriv e-mailen\"}]}");
            page.click("main button.button-primary");
            look(page, "mine-transfer-errors", language, width, javaScript);
            services.on("GET /api/my-registrations", 503, "{}");
            page.click("main button.button-primary");
            look(page, "mine-kept", language, width, javaScript);
        }
        assertNothingWasFound();
    }

    @ParameterizedTest
    @CsvSource({"da,1280,true", "da,320,false", "en,320,true", "en,1280,false"})
    void everyKindOfQuestionIsForEverybody(String language, int width, boolean javaScript) {
        services.on("GET /api/meetings/m1", asking("m1"));
        try (BrowserContext context = visitor(width, javaScript)) {
            Page page = context.newPage();
            page.navigate(address(FORM, language));
            assertThat(page.isVisible("#answer-plate"))
                    .as("a question that is asked of drivers, with JavaScript: %s", javaScript)
                    .isEqualTo(!javaScript);
            look(page, "form-questions", language, width, javaScript);
            page.check("#diet-OTHER");
            press(page, "tjek");
            look(page, "form-questions-errors", language, width, javaScript);
            page.fill("#name", "Åse Prøve");
            page.fill("#email", "aase@skole.example");
            page.selectOption("#municipalityCode", "0851");
            page.check("#answer-by-car");
            page.fill("#answer-plate", "AB 12 345");
            page.check("#answer-topics-wind");
            page.check("#answer-topics-sea");
            page.fill("#dietText", "Ikke sesam");
            page.check("#consent");
            look(page, "form-questions-filled", language, width, javaScript);
            press(page, "tjek");
            assertThat(page.textContent("main")).contains("AB 12 345", "Ikke sesam");
            look(page, "answers-questions", language, width, javaScript);
            page.navigate(address("/min/" + TOKEN + "/ret", language));
            look(page, "mine-change-questions", language, width, javaScript);
        }
        assertNothingWasFound();
    }

    @ParameterizedTest
    @CsvSource({"da,1280,true", "da,320,false", "en,320,true", "en,1280,false"})
    void everyStateOfAnInvitationIsForEverybody(String language, int width, boolean javaScript) {
        try (BrowserContext context = visitor(width, javaScript)) {
            Page page = context.newPage();
            for (String answer : List.of("NONE", "YES", "NO", "NOT_YET")) {
                services.on("GET /api/my-invitation", InvitationSamples.myInvitation(answer, true, true));
                page.navigate(address("/invitation/" + TOKEN, language));
                look(page, "invitation-" + answer, language, width, javaScript);
            }
            services.on(
                    "POST /api/my-invitation/answer",
                    400,
                    "{\"errors\":[{\"field\":\"note\",\"code\":\"cpr-number\",\"message\":\"Skriv ikke CPR\"}]}");
            page.click("main button[value=NO]");
            look(page, "invitation-errors", language, width, javaScript);
            services.on(
                    "GET /api/my-invitation",
                    InvitationSamples.myInvitation("YES", true, true).replace("\"CONFIRMED\"", "\"OFFERED\""));
            page.navigate(address("/invitation/" + TOKEN, language));
            look(page, "invitation-offered", language, width, javaScript);
            services.on("GET /api/my-invitation", 410, "{}");
            page.navigate(address("/invitation/" + TOKEN, language));
            look(page, "invitation-withdrawn", language, width, javaScript);
            services.on("GET /api/my-invitation", InvitationSamples.myInvitation("YES", true, true));
            page.navigate(address("/invitation/" + TOKEN + "/slet", language));
            look(page, "invitation-erase", language, width, javaScript);
            services.on(
                    "GET /api/meetings/m1",
                    meeting("m1", "Temadag om energi", "SCHEDULED", START)
                            .replace("\"capacity\":40", "\"capacity\":40,\"byInvitation\":true"));
            page.navigate(address("/arrangementer/m1", language));
            look(page, "by-invitation", language, width, javaScript);
            page.navigate(address(FORM, language));
            look(page, "by-invitation-form", language, width, javaScript);
            page.navigate(address("/indlejret/arrangementer/m1", language));
            look(page, "framed-by-invitation", language, width, javaScript);
            signIn.signsIn("ORGANISER");
            services.on("GET /api/meetings/m1/invitations", InvitationSamples.invitations());
            page.navigate(address("/intern/arrangementer/m1/invitationer", language));
            page.navigate(address("/intern/arrangementer/m1/invitationer?sendt=2&kendt=1", language));
            look(page, "invitations", language, width, javaScript);
            page.click("form.staff-form button");
            look(page, "invitations-errors", language, width, javaScript);
            page.navigate(address("/intern/arrangementer/m1/invitationer/i2/traek-tilbage", language));
            look(page, "invitation-withdraw", language, width, javaScript);
        }
        assertNothingWasFound();
    }

    @ParameterizedTest
    @CsvSource({"da,1280,true", "da,320,false", "en,320,true", "en,1280,false"})
    void everyStateOfSeveralAtOnceIsForEverybody(String language, int width, boolean javaScript) {
        try (BrowserContext context = visitor(width, javaScript)) {
            Page page = context.newPage();
            page.navigate(address(FORM + "/flere", language));
            press(page, "tjek");
            look(page, "group-errors", language, width, javaScript);
            page.fill("#name", "Lea Leder");
            page.fill("#email", "lea@skole.example");
            page.click("label[for=self]");
            page.selectOption("#municipalityCode", "0851");
            page.fill("#unnamed", "2");
            press(page, "tilfoej");
            look(page, "group-another", language, width, javaScript);
            press(page, "tjek");
            look(page, "group-answers", language, width, javaScript);
            services.on("POST /api/groups", 409, "{\"detail\":\"Der er 2 pladser tilbage\"}");
            press(page, "send");
            look(page, "group-refused", language, width, javaScript);
            services.on("POST /api/groups", 503, "{}");
            press(page, "tjek");
            press(page, "send");
            look(page, "group-away", language, width, javaScript);
            services.on("GET /api/my-groups", groupWaitingTogether());
            page.navigate(address("/gruppe/" + TOKEN, language));
            look(page, "group-together", language, width, javaScript);
            page.navigate(address("/gruppe/" + TOKEN + "/hver-for-sig", language));
            look(page, "group-part", language, width, javaScript);
            services.on("GET /api/meetings/m1", asking("m1"))
                    .on(
                            "GET /api/my-registrations",
                            mine("WAITLISTED", true)
                                    .replace(
                                            "\"movedTo\"",
                                            "\"missingAnswers\":[\"by\"],\"waitsTogether\":true,\"movedTo\""));
            page.navigate(address(FORM + "/flere", language));
            look(page, "group-form-questions", language, width, javaScript);
            page.navigate(address("/min/" + TOKEN, language));
            look(page, "mine-questions-missing", language, width, javaScript);
        }
        assertNothingWasFound();
    }

    /** An offer, its end, a mailbox to confirm, two waiting lists. */
    @ParameterizedTest
    @CsvSource({"da,1280", "da,320", "en,1280", "en,320"})
    void everyStateOfAnOfferIsForEverybody(String language, int width) {
        Map<String, String> states = Map.of(
                "offer", OfferPagesTest.offered(false),
                "offer-unconfirmed", OfferPagesTest.offered(true),
                "offer-lapsed", OfferPagesTest.ended("OFFER_LAPSED"),
                "offer-declined", OfferPagesTest.ended("OFFER_DECLINED"),
                "both-waiting", OfferPagesTest.waitingAtBoth(),
                "both-left", OfferPagesTest.ended("SEAT_AT_TWIN"));
        try (BrowserContext context = visitor(width, true)) {
            Page page = context.newPage();
            states.forEach((name, mine) -> {
                services.on("GET /api/my-registrations", mine);
                page.navigate(address("/min/" + TOKEN, language));
                look(page, name, language, width);
            });
            services.on("GET /api/my-registrations", OfferPagesTest.offered(false));
            page.navigate(address("/min/" + TOKEN + "/afmeld", language));
            look(page, "offer-decline", language, width);
            services.on("POST /api/my-registrations/accept", 409, "{\"detail\":\"Pladsen er ikke længere din\"}");
            page.navigate(address("/min/" + TOKEN, language));
            page.click("main form button.button-primary");
            look(page, "offer-too-late", language, width);
            services.on("GET /api/my-registrations", mine("WAITLISTED", true));
            page.navigate(address("/min/" + TOKEN, language));
            look(page, "mine-waiting", language, width);
            page.navigate(address("/min/" + TOKEN + "/begge?til=m2", language));
            look(page, "both-confirm", language, width);
        }
        assertNothingWasFound();
    }

    /** What is hidden is not sent. */
    @Test
    void sendsNoAnswerToAQuestionThatIsHidden() {
        services.on("GET /api/meetings/m1", asking("m1"));
        try (BrowserContext context = visitor(1280, true)) {
            Page page = context.newPage();
            page.navigate(address(FORM, "da"));
            page.check("#answer-by-car");
            page.fill("#answer-plate", "AB 12 345");
            page.check("#answer-by-bus");
            assertThat(page.isVisible("#answer-plate")).isFalse();
            press(page, "tjek");
            assertThat(page.content()).doesNotContain("AB 12 345");
        }
    }

    /** Control: the checks see what is wrong. */
    @Test
    void wouldFindAPageThatIsNotForEverybody() {
        try (BrowserContext context = visitor(320, true)) {
            Page page = context.newPage();
            page.navigate(address("/", "da"));
            page.evaluate("""
                    () => { document.querySelector('main').innerHTML =
                        '<img src="/favicon.svg"><p style="color: red">x</p><canvas width="900" height="9"></canvas>'; }
                    """);
            look(page, "control", "da", 320);
        }
        validate();
        assertThat(findings)
                .anyMatch(finding -> finding.contains("image-alt"))
                .anyMatch(finding -> finding.contains("beside the screen"))
                .anyMatch(finding -> finding.contains("html-validate"));
    }

    private static String receipt(String status, String place) {
        return "{\"registrationId\":\"r1\",\"meetingId\":\"m1\",\"status\":\"" + status + "\",\"seat\":null,"
                + "\"placeInLine\":" + place + ",\"repeated\":false,\"link\":null}";
    }
}
