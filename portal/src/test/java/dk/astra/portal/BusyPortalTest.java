package dk.astra.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** A portal that has time for nobody: readers get a page, a sign-up gets its answers back, no service is asked. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "web.concurrent=0",
            "portal.meetings.fresh=0s",
            WithStubs.SENDS_WITHOUT_LIMIT,
            WithStubs.STEPS_WITHOUT_LIMIT
        })
class BusyPortalTest extends WithStubs {

    private static final String FORM = "/arrangementer/m1/tilmelding";

    private static Map<String, String> answers(String step) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("key", "0f8fad5b-d9cb-469f-a165-70867728950e");
        answers.put("name", "Åse Prøve");
        answers.put("email", "aase@skole.example");
        answers.put("institutionName", "Prøveskolen");
        answers.put("comment", "Ingen mælk");
        answers.put("step", step);
        return answers;
    }

    @Test
    void givesASignUpItsAnswersBack() {
        PortalPages.Page page = reader.post(FORM, answers("send"));

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.header("Retry-After")).isEqualTo("5");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.text()).contains("Der er travlt lige nu", "Dine svar er ikke gået tabt");
        answers("send")
                .forEach((name, typed) -> assertThat(page.document()
                                .select("main [name=" + name + "]")
                                .val())
                        .as(name)
                        .isEqualTo(typed));
        assertThat(page.document().select("#svar").attr("action")).isEqualTo(FORM);
        assertThat(services.calls("POST /api/registrations")).isEmpty();
        assertThat(services.calls("GET /api/meetings/m1")).isEmpty();
    }

    @Test
    void repeatsTheStepThatThereWasNoTimeFor() {
        PortalPages.Page page = reader.post(FORM + "?lang=en", answers("find"));

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.h1()).isEqualTo("Wait a moment");
        assertThat(page.document().select("main button").val()).isEqualTo("find");
        assertThat(page.document().select(".languages button[lang=da]").attr("formaction"))
                .isEqualTo(FORM + "?lang=da");
    }

    @Test
    void givesBackWhatWasTypedBehindALink() {
        String path = "/min/" + Samples.TOKEN + "/ret";

        PortalPages.Page page = reader.post(path, Map.of("name", "Åse Ny", "step", "send"));

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text()).contains("Der er travlt lige nu", "Dine svar er ikke gået tabt");
        assertThat(page.document().select("#svar").attr("action")).isEqualTo(path);
        assertThat(page.document().select("main [name=name]").val()).isEqualTo("Åse Ny");
        assertThat(page.document().select("main button").val()).isEqualTo("send");
        assertThat(services.calls()).isEmpty();
    }

    @Test
    void answersReadersWithAPageAndProgramsWithAProblem() throws Exception {
        PortalPages.Page page = reader.get("/arrangementer/m1?lang=en&c=brev-1");
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.header("Retry-After")).isEqualTo("2");
        assertThat(page.h1()).isEqualTo("It is busy right now");
        assertThat(page.document().select(".languages a[lang=da]").attr("href"))
                .isEqualTo("/arrangementer/m1?c=brev-1&lang=da");

        try (HttpClient program = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = program.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/portal.css"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
        assertThat(services.calls()).isEmpty();
    }
}
