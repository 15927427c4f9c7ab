package dk.astra.portal;

import static dk.astra.portal.StaffSamples.M1;
import static dk.astra.portal.StaffSamples.MEASURE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P11 for those who work here: every staff page and its errors, in both languages, on a phone's width and a desk's. */
class StaffInABrowserIT extends BrowserTestBase {

    private static final String SAVE = "main form.staff-form button.button-primary[type=submit]";

    @BeforeEach
    void everythingIsThere() {
        signIn.signsIn("ADMINISTRATOR");
        StaffSamples.everythingIsThere(services);
    }

    private Page signedIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(address("/intern/arrangementer", "da"));
        assertThat(page.url()).contains("/intern/arrangementer");
        return page;
    }

    @ParameterizedTest
    @CsvSource({"da,1280", "da,320", "en,1280", "en,320"})
    void everyPageIsForEverybody(String language, int width) {
        try (BrowserContext context = visitor(width, true)) {
            Page page = signedIn(context);
            List<String> foreign = watch(page);
            StaffSamples.BY_ADDRESS.forEach((name, path) -> {
                page.navigate(address(path, language));
                look(page, name, language, width);
            });
            assertThat(foreign).as("requests to other hosts").isEmpty();
        }
        assertNothingWasFound();
    }

    @ParameterizedTest
    @CsvSource({"da,1280,true", "da,320,false", "en,320,true", "en,1280,false"})
    void everyStateOfAMeetingFormIsForEverybody(String language, int width, boolean javaScript) {
        try (BrowserContext context = visitor(width, javaScript)) {
            Page page = signedIn(context);
            page.navigate(address("/intern/arrangementer/nyt", language));
            page.click("main button[value=schedule]:not([aria-hidden])");
            look(page, "staff-schedule-errors", language, width, javaScript);
            page.click("main button[value=tilfoej]");
            look(page, "staff-schedule-question", language, width, javaScript);
            page.selectOption("[name='q0.kind']", "CHOICE");
            page.click("main button[value=schedule]:not([aria-hidden])");
            look(page, "staff-schedule-question-errors", language, width, javaScript);
            page.navigate(address(M1 + "/ret", language));
            services.on("PUT /api/meetings/m1", 409, "{\"detail\":\"Arrangementet er ændret imens\"}");
            page.click(SAVE + ":not([aria-hidden])");
            look(page, "staff-change-refused", language, width, javaScript);
            services.on("PUT /api/meetings/m1", 503, "{}");
            page.click(SAVE + ":not([aria-hidden])");
            look(page, "staff-change-away", language, width, javaScript);
        }
        assertNothingWasFound();
    }

    @ParameterizedTest
    @CsvSource({"da,1280,true", "da,320,false", "en,320,true", "en,1280,false"})
    void everyRefusalIsForEverybody(String language, int width, boolean javaScript) {
        services.on("POST /api/meetings/m1/schedule", 409, "{\"detail\":\"Arrangementet er ikke en kladde\"}");
        try (BrowserContext context = visitor(width, javaScript)) {
            Page page = signedIn(context);
            wrong(page, "/flyt", "date", "", "staff-reschedule-errors", language, width, javaScript);
            wrong(page, "/antal", "capacity", "mange", "staff-capacity-errors", language, width, javaScript);
            wrong(page, "/aflys", "reason.da", "", "staff-cancel-errors", language, width, javaScript);
            wrong(page, "/afholdt", "others", "mange", "staff-hold-errors", language, width, javaScript);
            page.navigate(address(M1 + "/offentliggoer", language));
            page.click(SAVE);
            look(page, "staff-publish-refused", language, width, javaScript);
            page.navigate(address(MEASURE, language));
            page.click(SAVE);
            look(page, "staff-measure-errors", language, width, javaScript);
            services.on("GET /api/meetings/m1/registrations", 503, "{}");
            page.navigate(address(M1, language));
            look(page, "staff-participants-away", language, width, javaScript);
            services.on("GET /api/mails", 503, "{}");
            page.navigate(address(M1 + "/mails", language));
            look(page, "staff-away", language, width, javaScript);
            signIn.signsIn("MANAGER");
            page.context().clearCookies();
            page.navigate(address(M1, language));
            page.navigate(address(M1, language));
            look(page, "staff-forbidden", language, width, javaScript);
        }
        assertNothingWasFound();
    }

    private void wrong(
            Page page,
            String path,
            String field,
            String typed,
            String name,
            String language,
            int width,
            boolean script) {
        page.navigate(address(M1 + path, language));
        page.fill("main [name='" + field + "']", typed);
        page.click(SAVE);
        look(page, name, language, width, script);
    }
}
