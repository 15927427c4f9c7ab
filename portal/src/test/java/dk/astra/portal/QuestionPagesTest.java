package dk.astra.portal;

import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.asking;
import static dk.astra.portal.Samples.mine;
import static dk.astra.portal.Samples.seat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A meeting's own questions and needs, from the form to registration-service, without JavaScript. */
class QuestionPagesTest extends WithStubs {

    private static final String FORM = "/arrangementer/m1/tilmelding";
    private static final String ENGLISH = ".languages button[lang=en]";

    private static Map<String, String> person() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("name", "Åse Prøve");
        answers.put("email", "aase@skole.example");
        answers.put("municipalityCode", "0851");
        return answers;
    }

    private static Map<String, String> answered() {
        Map<String, String> answers = person();
        answers.put("answer-by", "car");
        answers.put("answer-plate", "AB 12 345");
        answers.put("answer-topics", "sea");
        answers.put("answer-pupils", "24");
        answers.put("answer-again", "YES");
        answers.put("diet", "VEGAN");
        answers.put("dietText", "Ikke sesam");
        answers.put("access", "Teleslynge");
        answers.put("consent", "ja");
        return answers;
    }

    @BeforeEach
    void meetingAsks() {
        services.on("GET /api/meetings/m1", asking("m1")).on("POST /api/registrations", 201, seat());
    }

    @Test
    void asksEverythingInItsOwnWayWithALabel() {
        PortalPages.Page form = reader.get(FORM);

        assertThat(form.document().select("input[type=radio][name=answer-by]")).hasSize(2);
        assertThat(form.document().select("input[type=checkbox][name=answer-topics]"))
                .hasSize(3);
        assertThat(form.document().select("#answer-pupils").attr("inputmode")).isEqualTo("numeric");
        assertThat(form.document().select("label[for=answer-plate]").text()).isEqualTo("Nummerplade");
        assertThat(form.document()
                        .select("#answer-plate")
                        .attr("aria-describedby")
                        .trim())
                .isEqualTo("answer-plate-if answer-plate-hint");
        assertThat(form.document().select("#answer-plate-if").text())
                .isEqualTo("Svar kun, hvis du svarede “Bil” til “Hvordan kommer du?”.");
        assertThat(form.document()
                        .select("input[type=radio][name=answer-again]")
                        .eachAttr("value"))
                .as("who need not answer can take an answer back")
                .containsExactly("YES", "NO", "");
        assertThat(form.document().select("#consent").hasAttr("checked")).isFalse();
        assertThat(form.text()).contains("Vi sletter oplysningen senest 7 dage efter arrangementet");
    }

    /** The design system sets fields apart only where they are neighbours. */
    @Test
    void setsTheFieldsOfNeedsApart() {
        PortalPages.Page form = reader.get(FORM);
        assertThat(form.document().select("fieldset.where > .form-group > #dietText"))
                .hasSize(1);
        assertThat(form.document().select("fieldset.where > .form-group > #access"))
                .hasSize(1);
    }

    @Test
    void sendsTheAnswersAndWhatIsNeeded() {
        PortalPages.Page check = reader.submit(reader.get(FORM), answered(), "tjek");

        assertThat(check.h1()).isEqualTo("Tjek dine svar");
        assertThat(check.text()).contains("Hvordan kommer du? Bil", "Havet", "24", "Jeg spiser vegansk", "Teleslynge");
        assertThat(check.document().select("button[formaction=" + FORM + "#answer-plate]"))
                .hasSize(1);

        reader.submit(check, Map.of(), "send");

        assertThat(services.calls("POST /api/registrations").getFirst().body())
                .contains("\"answers\":{\"by\":\"car\",\"plate\":\"AB 12 345\",\"topics\":\"sea\",\"pupils\":\"24\","
                        + "\"again\":\"YES\"}")
                .contains("\"needs\":{\"diet\":[\"VEGAN\"],\"dietText\":\"Ikke sesam\",\"access\":\"Teleslynge\","
                        + "\"consent\":true}");
    }

    @Test
    void sendsNothingOfWhatWasNotAsked() {
        Map<String, String> answers = person();
        answers.put("answer-by", "bus");
        answers.put("answer-plate", "AB 12 345");
        answers.put("answer-shoe", "42");

        PortalPages.Page check = reader.submit(reader.get(FORM), answers, "tjek");
        reader.submit(check, Map.of(), "send");

        assertThat(check.status()).isEqualTo(200);
        assertThat(check.text()).doesNotContain("AB 12 345");
        assertThat(services.calls("POST /api/registrations").getFirst().body())
                .contains("\"answers\":{\"by\":\"bus\"}")
                .doesNotContain("AB 12 345", "shoe", "needs");
    }

    @Test
    void tellsWhatIsWrongAndKeepsEverything() {
        Map<String, String> answers = answered();
        answers.put("answer-plate", "");
        answers.put("answer-pupils", "mange");
        answers.remove("consent");

        PortalPages.Page wrong = reader.submit(reader.get(FORM), answers, "tjek");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.document().select("[data-module=error-summary] a").eachAttr("href"))
                .containsExactly("#answer-plate", "#answer-pupils", "#consent");
        assertThat(wrong.text()).contains("Skriv et helt tal fra 0 til 500", "Sæt kryds ved, at vi må bruge");
        assertThat(wrong.document().select("#answer-pupils").val()).isEqualTo("mange");
        assertThat(wrong.document().select("#answer-by-car").hasAttr("checked")).isTrue();
        assertThat(wrong.document().select("#diet-VEGAN").hasAttr("checked")).isTrue();
        assertThat(wrong.document().select("#access").text()).isEqualTo("Teleslynge");
    }

    @Test
    void asksForWhatIsRequired() {
        PortalPages.Page wrong = reader.submit(reader.get(FORM), person(), "tjek");

        assertThat(wrong.document().select("[data-module=error-summary] a").eachAttr("href"))
                .as("the plate is asked of drivers only")
                .containsExactly("#answer-by");
        assertThat(wrong.document().getElementById("answer-by")).isNotNull();
    }

    @Test
    void keepsTheAnswersThroughSearchLanguageAndOutage() {
        services.on("POST /api/registrations", 503, "{}");
        PortalPages.Page found = reader.submit(reader.get(FORM), answered(), "find");
        PortalPages.Page english = reader.press(found, ENGLISH, Map.of());
        PortalPages.Page check = reader.submit(english, Map.of(), "tjek");
        PortalPages.Page away = reader.submit(check, Map.of(), "send");

        assertThat(english.document().select("#answer-plate").val()).isEqualTo("AB 12 345");
        assertThat(english.text()).contains("Only answer if you answered “Car”");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.text()).contains("AB 12 345", "Teleslynge");

        services.on("POST /api/registrations", 201, seat());
        reader.submit(away, Map.of(), "send");

        assertThat(services.calls("POST /api/registrations"))
                .hasSize(2)
                .allMatch(call -> call.body().contains("\"plate\":\"AB 12 345\"")
                        && call.body().contains("Ikke sesam"));
        assertThat(services.calls("POST /api/registrations").stream()
                        .map(call -> call.header("Idempotency-Key"))
                        .distinct())
                .as("the same answers")
                .hasSize(1);
    }

    @Test
    void sendsCorrectedAnswersAsANewRequest() {
        PortalPages.Page check = reader.submit(reader.get(FORM), answered(), "tjek");
        services.on("POST /api/registrations", 503, "{}");
        reader.submit(check, Map.of(), "send");
        reader.submit(check, Map.of("answer-plate", "CD 67 890"), "send");

        assertThat(services.calls("POST /api/registrations").stream()
                        .map(call -> call.header("Idempotency-Key"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void showsARefusalAtTheQuestion() {
        services.on("POST /api/registrations", 400, """
                {"errors":[{"field":"answers.by","code":"unknown-option","message":"Vælg igen"},
                           {"field":"needs.diet[0]","code":"invalid-value","message":"Ukendt mad"}]}""");
        PortalPages.Page refused = reader.submit(reader.submit(reader.get(FORM), answered(), "tjek"), Map.of(), "send");

        assertThat(refused.document().select("[data-module=error-summary] a").eachAttr("href"))
                .containsExactly("#answer-by", "#diet");
    }

    @Test
    void showsAndCorrectsThemBehindTheLink() {
        services.on("GET /api/my-registrations", withAnswers()).on("PATCH /api/my-registrations", withAnswers());

        PortalPages.Page mine = reader.get("/min/" + TOKEN);
        PortalPages.Page change = reader.get("/min/" + TOKEN + "/ret");

        assertThat(mine.text()).contains("Hvordan kommer du? Bil", "Jeg spiser vegansk", "tidligere svar");
        assertThat(change.document().select("#answer-by-car").hasAttr("checked"))
                .isTrue();
        assertThat(change.document().select("#diet-VEGAN").hasAttr("checked")).isTrue();

        reader.submit(change, Map.of("answer-plate", "CD 67 890"), "");
        assertThat(services.calls("PATCH /api/my-registrations").getLast().body())
                .contains("\"plate\":\"CD 67 890\"", "\"by\":\"car\"", "\"diet\":[\"VEGAN\"]", "\"consent\":true");

        reader.submit(change, Map.of("withdraw", "ja"), "");
        assertThat(services.calls("PATCH /api/my-registrations").getLast().body())
                .contains("\"needs\":{\"consent\":false}");
    }

    @Test
    void changesNoAnswersThatItCouldNotShow() {
        services.on("GET /api/my-registrations", withAnswers())
                .on("PATCH /api/my-registrations", withAnswers())
                .on("GET /api/meetings/m1", 503, "{}");

        PortalPages.Page change = reader.get("/min/" + TOKEN + "/ret");
        reader.submit(change, Map.of("name", "Åse Nyt Navn"), "");

        assertThat(services.calls("PATCH /api/my-registrations").getLast().body())
                .contains("Åse Nyt Navn")
                .doesNotContain("answers", "needs");
    }

    /** Whether event-service answers may change between the page and the button. */
    @Test
    void forgetsNoNeedsThatThePageDidNotShow() {
        String meeting = asking("m1");
        services.on("GET /api/my-registrations", withAnswers())
                .on("PATCH /api/my-registrations", withAnswers())
                .on("GET /api/meetings/m1", 503, "{}");
        PortalPages.Page bare = reader.get("/min/" + TOKEN + "/ret");
        services.on("GET /api/meetings/m1", meeting);

        PortalPages.Page english = reader.press(bare, ".languages button[lang=en]", Map.of());
        assertThat(english.document().select("#diet-VEGAN").hasAttr("checked"))
                .as("what is stored, now that it can be shown")
                .isTrue();
        reader.submit(bare, Map.of("name", "Åse Nyt Navn"), "send");

        assertThat(services.calls("PATCH /api/my-registrations").getLast().body())
                .contains("Åse Nyt Navn")
                .doesNotContain("answers", "needs");
    }

    @Test
    void losesNoNeedsThatWereTypedWhenTheMeetingCannotBeReadAnyMore() {
        services.on("GET /api/my-registrations", withAnswers()).on("PATCH /api/my-registrations", withAnswers());
        PortalPages.Page form = reader.get("/min/" + TOKEN + "/ret");
        services.on("GET /api/meetings/m1", 503, "{}");

        PortalPages.Page away = reader.submit(form, Map.of("dietText", "Ikke sesam", "consent", "ja"), "send");

        assertThat(away.status()).isEqualTo(503);
        assertThat(services.calls("PATCH /api/my-registrations")).isEmpty();
        services.on("GET /api/meetings/m1", asking("m1"));
        reader.submit(away, Map.of(), "send");
        assertThat(services.calls("PATCH /api/my-registrations").getLast().body())
                .contains("Ikke sesam", "\"by\":\"car\"");
    }

    private static String withAnswers() {
        return mine("CONFIRMED", true)
                .replace(
                        "\"answers\":{}",
                        "\"answers\":{\"by\":\"car\",\"plate\":\"AB 12 345\",\"old\":\"tidligere svar\"}")
                .replace(
                        "\"movedTo\":null",
                        "\"movedTo\":null,\"needs\":{\"registrationId\":\"r1\",\"diet\":[\"VEGAN\"],\"dietText\":null,"
                                + "\"access\":null,\"consentedAt\":\"2026-11-01T10:00:00Z\","
                                + "\"deletedAt\":\"2027-05-05T13:15:00Z\"}");
    }
}
