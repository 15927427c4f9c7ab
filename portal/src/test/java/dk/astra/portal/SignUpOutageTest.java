package dk.astra.portal;

import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.seat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was typed survives: a service that is away, an answer that got lost, a crowd. */
class SignUpOutageTest extends WithStubs {

    private static final String FORM = "/arrangementer/m1/tilmelding";
    private static final String SEND = "POST /api/registrations";

    private static Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("name", "Åse Prøve");
        answers.put("email", "aase@skole.example");
        answers.put("title", "lærer");
        answers.put("institutionName", "Skolen ved \"åen\" & <skoven>");
        answers.put("municipalityCode", "0851");
        answers.put("role", "TEACHER");
        answers.put("comment", "Første linje\nanden linje");
        return answers;
    }

    @BeforeEach
    void answersWithASeat() {
        services.on(SEND, 201, seat());
    }

    private PortalPages.Page checked() {
        return reader.submit(reader.get(FORM), answers(), "tjek");
    }

    private void sentWithOneKey(int times) {
        assertThat(services.calls(SEND))
                .extracting(call -> call.header("Idempotency-Key"))
                .hasSize(times)
                .containsOnly(services.calls(SEND).getFirst().header("Idempotency-Key"));
    }

    @Test
    void saysThatNothingIsLostAndCarriesEveryAnswer() {
        PortalPages.Page check = checked();
        services.on(SEND, 503, "{}");

        PortalPages.Page page = reader.submit(check, Map.of(), "send");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("5");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.h1()).isEqualTo("Din tilmelding er ikke bekræftet endnu");
        assertThat(page.text())
                .contains("Dine svar er ikke gået tabt", "Send tilmelding igen", "Aalborg", "Underviser");
        answers()
                .forEach(
                        (name, typed) -> assertThat(hidden(page, name)).as(name).isEqualTo(typed));
        assertThat(hidden(page, "key")).isEqualTo(hidden(check, "key"));
    }

    private static String hidden(PortalPages.Page page, String name) {
        return page.document()
                .select("main input[type=hidden][name=" + name + "]")
                .val();
    }

    @Test
    void givesTheScriptWhatItNeedsAndTheReaderAButtonWithoutIt() {
        PortalPages.Page check = checked();
        services.on(SEND, 503, "{}");

        PortalPages.Page page = reader.submit(check, Map.of(), "send");

        Element again = page.document().select("[data-again]").first();
        assertThat(again).isNotNull();
        assertThat(again.dataset())
                .containsEntry("wait", "5")
                .containsEntry("receipt", "/arrangementer/m1/kvittering")
                .containsEntry("waiting", "Vi prøver igen af os selv om {0} sekunder.");
        assertThat(again.select("[role=status]").text()).isEmpty();
        assertThat(again.select("button[type=button]").hasAttr("hidden")).isTrue();
        assertThat(page.document().select("script[src$=/send-again.js]")).hasSize(1);
        assertThat(page.document().select("#svar button[name=step][value=send]").text())
                .isEqualTo("Send tilmelding igen");
        assertThat(reader.get("/send-again.js").status()).isEqualTo(200);
    }

    @Test
    void isInOnceHoweverOftenItIsSent() {
        PortalPages.Page check = checked();
        services.on(SEND, 503, "{}");
        PortalPages.Page page = reader.submit(check, Map.of(), "send");
        page = reader.submit(page, Map.of(), "send");

        services.on(SEND, 201, seat());
        assertThat(reader.submit(page, Map.of(), "send").h1()).isEqualTo("Du er tilmeldt");
        sentWithOneKey(3);
    }

    @Test
    void isAnsweredWithTheFirstReceiptWhenTheAnswerGotLost() {
        PortalPages.Page check = checked();
        services.onHangsUp(SEND);
        PortalPages.Page page = reader.submit(check, Map.of(), "send");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("også hvis svarene allerede er nået frem");

        services.on(SEND, 201, seat());
        PortalPages.Page receipt = reader.submit(page, Map.of(), "send");

        assertThat(receipt.h1()).isEqualTo("Du er tilmeldt");
        assertThat(receipt.document().select("a[href=/min/" + TOKEN + "]")).hasSize(1);
        sentWithOneKey(2);
    }

    @Test
    void sendsTheSameKeyHoweverLinesEnd() {
        PortalPages.Page check = checked();
        reader.submit(check, Map.of("comment", "Første linje\r\nanden linje"), "send");
        reader.submit(check, Map.of("comment", "Første linje\nanden linje"), "send");

        sentWithOneKey(2);
    }

    @Test
    void saysWhyWhenItIsRefusedAfterAll() {
        PortalPages.Page check = checked();
        services.on(SEND, 503, "{}");
        PortalPages.Page page = reader.submit(check, Map.of(), "send");

        services.on(
                SEND,
                409,
                "{\"type\":\"https://tilmelding.astra.dk/problems/registration-closed\",\"detail\":\"Fristen er gået\"}");
        PortalPages.Page refused = reader.submit(page, Map.of(), "send");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Fristen er gået");
        assertThat(refused.document().select("#name").val()).isEqualTo("Åse Prøve");
    }

    @Test
    void goesBackToTheFieldsWhileEverythingIsAway() {
        PortalPages.Page check = checked();
        services.goAway();
        PortalPages.Page page = reader.submit(check, Map.of(), "send");
        assertThat(page.status()).isEqualTo(503);

        PortalPages.Page form = reader.submit(page, Map.of(), "ret");

        assertThat(form.status()).isEqualTo(200);
        assertThat(form.document().select("#comment").first().wholeText()).isEqualTo("Første linje\nanden linje");
        assertThat(form.document().select("[name=municipalityCode]").first()).isNotNull();
    }

    @Test
    void needsNoEventServiceOnceTheFormIsOpen() {
        PortalPages.Page form = reader.get(FORM);
        services.on("GET /api/meetings/m1", 503, "{}");

        PortalPages.Page check = reader.submit(form, answers(), "tjek");
        assertThat(check.h1()).isEqualTo("Tjek dine svar");
        assertThat(check.text()).contains("Temadag om energi");
        assertThat(reader.submit(check, Map.of(), "send").h1()).isEqualTo("Du er tilmeldt");
    }

    @Test
    void needsNotEvenTheMeetingsTitle() {
        services.on("GET /api/meetings/m9", 503, "{}");
        String unseen = "/arrangementer/m9/tilmelding";
        assertThat(reader.get(unseen).status()).as("nothing is typed yet").isEqualTo(503);

        Map<String, String> typed = answers();
        typed.put("step", "tjek");
        PortalPages.Page check = reader.post(unseen, typed);
        assertThat(check.h1()).isEqualTo("Tjek dine svar");
        PortalPages.Page receipt = reader.submit(check, Map.of(), "send");

        assertThat(receipt.response().uri().getPath()).isEqualTo("/arrangementer/m9/kvittering");
        assertThat(receipt.h1()).isEqualTo("Du er tilmeldt");
        assertThat(services.calls(SEND).getFirst().body()).contains("\"meetingId\":\"m9\"");
    }

    @Test
    void staysTogetherWithTheSchoolThatWasChosen() {
        services.on("GET /api/institutions", items("{\"number\":\"901185\",\"name\":\"Ozonsø Erhvervsskole\"}"));
        Map<String, String> typed = Map.of("name", "Åse", "email", "aase@skole.example", "institutionQuery", "ozonsø");
        PortalPages.Page found = reader.submit(reader.get(FORM), typed, "find");
        PortalPages.Page check = reader.submit(found, Map.of("institutionNumber", "901185"), "tjek");
        services.on("GET /api/institutions", 503, "{}");

        PortalPages.Page form = reader.submit(check, Map.of(), "ret");

        assertThat(form.document()
                        .select("input[name=institutionNumber][checked]")
                        .val())
                .isEqualTo("901185");
        assertThat(form.document().select("label[for=institution-901185]").text())
                .isEqualTo("Ozonsø Erhvervsskole");
        assertThat(reader.submit(check, Map.of(), "send").h1()).isEqualTo("Du er tilmeldt");
    }

    @Test
    void sendsACrowdAwayWithItsAnswers() {
        PortalPages.Page check = checked();
        services.on(SEND, 429, "{}");

        PortalPages.Page page = reader.submit(check, Map.of(), "send");

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.text()).contains("Der er travlt lige nu", "om 5 sekunder", "Dine svar er ikke gået tabt");
        assertThat(hidden(page, "email")).isEqualTo("aase@skole.example");
    }
}
