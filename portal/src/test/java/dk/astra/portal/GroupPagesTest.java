package dk.astra.portal;

import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.asking;
import static dk.astra.portal.Samples.group;
import static dk.astra.portal.Samples.groupPlace;
import static dk.astra.portal.Samples.groupWaitingTogether;
import static dk.astra.portal.Samples.mine;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A leader signs several people up, and sees and changes the list (P9, P10, P11). */
class GroupPagesTest extends WithStubs {

    private static final String FORM = "/arrangementer/m1/tilmelding/flere";
    private static final String LIST = "/gruppe/" + TOKEN;

    private static Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("name", "Lea Leder");
        answers.put("email", "lea@skole.example");
        answers.put("municipalityCode", "0851");
        answers.put("name-1", "Åse Prøve");
        answers.put("email-1", "aase@skole.example");
        answers.put("name-3", "Bo \"tak\" <b>&");
        answers.put("email-3", "bo@skole.example");
        answers.put("unnamed", "2");
        answers.put("fit", "WAIT");
        return answers;
    }

    @BeforeEach
    void answersWithAList() {
        String list = group(
                groupPlace(1, "CONFIRMED", "Åse Prøve"),
                groupPlace(2, "CONFIRMED", null),
                groupPlace(3, "NOT_TAKEN", null));
        services.on("POST /api/groups", 201, list).on("GET /api/my-groups", list);
    }

    @Test
    void signsUpThroughFormAnswersAndList() {
        PortalPages.Page form = reader.get(FORM);
        PortalPages.Page check = reader.submit(form, answers(), "tjek");

        assertThat(check.h1()).isEqualTo("Tjek dine svar");
        assertThat(check.text())
                .contains(
                        "Åse Prøve",
                        "bo@skole.example",
                        "Aalborg",
                        "Antal pladser uden navn",
                        "Resten skrives på venteliste");
        assertThat(services.changes()).isEmpty();
        PortalPages.Page list = reader.submit(check, Map.of(), "send");

        assertThat(list.response().uri().getPath()).isEqualTo(LIST);
        assertThat(list.h1()).isEqualTo("Tilmeldingen er modtaget");
        assertThat(list.text()).contains("2 har fået en plads", "Åse Prøve", "Ikke navngivet", "Ikke tilmeldt");
        assertThat(list.header("Cache-Control")).isEqualTo("no-store");
        assertThat(list.header("Referrer-Policy")).isEqualTo("no-referrer");
        StubServices.Call sent = services.calls("POST /api/groups").getFirst();
        assertThat(sent.header("Idempotency-Key"))
                .startsWith(form.document().select("input[name=key]").val());
        assertThat(sent.body())
                .contains("\"fit\":\"AS_MANY_AS_FIT\"", "\"rest\":\"WAIT\"", "\"meetingId\":\"m1\"", "},{},{}]")
                .doesNotContain("nameBy");
    }

    @Test
    void countsTheLeaderWhoComesToo() {
        Map<String, String> alone = new LinkedHashMap<>(answers());
        alone.put("self", "ja");

        reader.submit(reader.submit(reader.get(FORM), alone, "tjek"), Map.of(), "send");

        assertThat(services.calls("POST /api/groups").getFirst().body())
                .contains(
                        "\"people\":[{\"name\":\"Lea Leder\",\"email\":\"lea@skole.example\"},{\"name\":\"Åse Prøve\"");
    }

    @Test
    void givesAnotherRowAndKeepsWhatWasTyped() {
        PortalPages.Page more = reader.submit(reader.get(FORM), answers(), "tilfoej");

        assertThat(more.status()).isEqualTo(200);
        assertThat(more.document().select("#name-4")).hasSize(1);
        assertThat(more.document().select("#name-3").val()).isEqualTo("Bo \"tak\" <b>&");
        assertThat(more.document().select("[data-module=error-summary]")).isEmpty();
        PortalPages.Page english = reader.press(more, ".languages button[lang=en]", Map.of());
        assertThat(english.h1()).isEqualTo("Register several people at once");
        assertThat(english.document().select("#email-1").val()).isEqualTo("aase@skole.example");
        assertThat(english.document().select("#fit-WAIT").hasAttr("checked")).isTrue();
        assertThat(services.changes()).isEmpty();
    }

    @Test
    void saysAtEachFieldWhatIsWrong() {
        PortalPages.Page wrong = reader.submit(
                reader.get(FORM),
                Map.of("name-1", "Bo", "email-2", "a@b.dk", "unnamed", "mange", "nameBy", "i morgen"),
                "tjek");

        assertThat(wrong.status()).isEqualTo(400);
        for (String field : List.of("name", "email", "institutionQuery", "email-1", "name-2", "unnamed", "nameBy")) {
            assertThat(wrong.document().select("[data-module=error-summary] a[href=#" + field + "]"))
                    .as(field)
                    .hasSize(1);
            assertThat(wrong.document().select("#" + field).attr("aria-invalid"))
                    .as(field)
                    .isEqualTo("true");
        }
        assertThat(reader.submit(reader.get(FORM), Map.of("name", "Lea"), "tjek")
                        .text())
                .contains("Skriv mindst én, der skal med");
        Map<String, String> twice = new LinkedHashMap<>(answers());
        twice.put("email-3", "AASE@skole.example");
        assertThat(reader.submit(reader.get(FORM), twice, "tjek")
                        .document()
                        .select("#email-3-error")
                        .text())
                .contains("to gange");
        assertThat(services.changes()).isEmpty();
    }

    @Test
    void tellsHowManySeatsAreLeftAndKeepsTheAnswers() {
        services.on(
                "POST /api/groups",
                409,
                "{\"type\":\"https://tilmelding.astra.dk/problems/group-does-not-fit\",\"detail\":\"Der er 2 pladser tilbage.\",\"left\":2}");

        PortalPages.Page refused = reader.submit(reader.submit(reader.get(FORM), answers(), "tjek"), Map.of(), "send");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Der er 2 pladser tilbage.");
        assertThat(refused.document().select("#name-1").val()).isEqualTo("Åse Prøve");
    }

    @Test
    void showsARefusalAtTheRowItIsAbout() {
        services.on(
                "POST /api/groups",
                400,
                "{\"errors\":[{\"field\":\"people[1].email\",\"code\":\"invalid-email\",\"message\":\"Skriv en e-mail\"}]}");

        PortalPages.Page refused = reader.submit(reader.submit(reader.get(FORM), answers(), "tjek"), Map.of(), "send");

        assertThat(refused.document().select("#email-3-error").text()).contains("Skriv en e-mail");
    }

    @Test
    void losesNothingWhileAServiceIsAway() {
        services.on("POST /api/groups", 503, "{}");
        PortalPages.Page away = reader.submit(reader.submit(reader.get(FORM), answers(), "tjek"), Map.of(), "send");

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.text()).contains("Dine svar er ikke gået tabt", "bo@skole.example");
        PortalPages.Page english = reader.press(away, ".languages button[lang=en]", Map.of());
        assertThat(english.status()).isEqualTo(200);
        assertThat(services.calls("POST /api/groups")).hasSize(1);
        String list = group(groupPlace(1, "CONFIRMED", "Åse Prøve"));
        services.on("POST /api/groups", 201, list).on("GET /api/my-groups", list);
        assertThat(reader.submit(reader.press(english, ".languages button[lang=da]", Map.of()), Map.of(), "send")
                        .h1())
                .isEqualTo("Tilmeldingen er modtaget");
        List<StubServices.Call> sent = services.calls("POST /api/groups");
        assertThat(sent.getLast().header("Idempotency-Key"))
                .isEqualTo(sent.getFirst().header("Idempotency-Key"));
    }

    /** Whatever a request says: no error of ours, and nothing sent. */
    @Test
    void readsNoMoreRowsThanThereAre() {
        String rows = IntStream.range(0, 400)
                .mapToObj(i -> "name-" + i + "=x&email-" + i + "=y")
                .collect(Collectors.joining("&"));
        PortalPages.Page many = reader.post(FORM, PortalPages.FORM, "step=tjek&name[0]=z&people[99999]=q&" + rows);
        assertThat(many.status()).isEqualTo(400);
        assertThat(many.document().select("input[id^=email-]")).hasSize(20);
        String thousands =
                IntStream.range(0, 5000).mapToObj(i -> "name-" + i + "=x").collect(Collectors.joining("&"));
        assertThat(reader.post(FORM, PortalPages.FORM, thousands).status()).isBetween(400, 499);
        for (String step : List.of("find", "ret", "tjek", "send", "vent", "tilfoej", "x")) {
            assertThat(reader.post(
                                    FORM,
                                    PortalPages.FORM,
                                    "step=" + step + "&unnamed=-1&nameBy=9999999-13-41&rows=999&fit=%00&email-21=x")
                            .status())
                    .as(step)
                    .isLessThan(500);
        }
        assertThat(services.changes()).isEmpty();
    }

    @Test
    void namesAPlaceAndGivesOneUp() {
        services.on("POST /api/my-groups/places/2/name", group(groupPlace(2, "CONFIRMED", "Bo")))
                .on("POST /api/my-groups/places/1/cancel", group(groupPlace(1, "CANCELLED", "Åse Prøve")));

        PortalPages.Page form = reader.get(LIST + "/pladser/2/navn");
        assertThat(form.h1()).isEqualTo("Hvem skal have plads 2?");
        PortalPages.Page named = reader.submit(form, Map.of("name", "Bo", "email", "bo@skole.example"), "");
        assertThat(named.h1()).isEqualTo("Din liste");
        StubServices.Call sent =
                services.calls("POST /api/my-groups/places/2/name").getFirst();
        assertThat(sent.header("X-Group-Link")).isEqualTo(TOKEN);
        assertThat(sent.body()).contains("bo@skole.example");
        PortalPages.Page confirm = reader.get(LIST + "/pladser/1/afmeld");
        assertThat(services.calls("POST /api/my-groups/places/1/cancel")).isEmpty();
        assertThat(confirm.text()).contains("Åse Prøve mister sin plads");
        assertThat(reader.submit(confirm, Map.of(), "").h1()).isEqualTo("Din liste");
        assertThat(services.calls("POST /api/my-groups/places/1/cancel")).hasSize(1);
        assertThat(reader.get(LIST + "/pladser/77/navn").status()).isEqualTo(404);
    }

    @Test
    void keepsTheNameWhenTheLanguageIsChanged() {
        PortalPages.Page english = reader.press(
                reader.get(LIST + "/pladser/2/navn"),
                ".languages button[lang=en]",
                Map.of("name", "Bo", "email", "bo"));

        assertThat(english.document().select("html").attr("lang")).isEqualTo("en");
        assertThat(english.document().getElementById("name").val()).isEqualTo("Bo");
        assertThat(english.document().getElementById("email").val()).isEqualTo("bo");
        assertThat(services.changes()).isEmpty();
    }

    @Test
    void keepsTheNameWhileTheServiceIsAway() {
        PortalPages.Page form = reader.get(LIST + "/pladser/2/navn");
        services.on("GET /api/my-groups", 503, "{}");

        PortalPages.Page kept = reader.submit(form, Map.of("name", "Bo", "email", "bo@skole.example"), "send");

        assertThat(kept.status()).isEqualTo(503);
        assertThat(kept.document().select("input[name=email]").val()).isEqualTo("bo@skole.example");
    }

    @Test
    void saysHowManyHaveASeat() {
        Map<String, String> told = new LinkedHashMap<>();
        told.put(group(groupPlace(1, "CONFIRMED", "Bo")), "1 har fået en plads");
        told.put(groupWaitingTogether(), "Ingen har en plads endnu 3 står på ventelisten");
        told.put(group(groupPlace(1, "WAITLISTED", "Bo")), "Ingen har en plads endnu 1 står på ventelisten");
        told.put(group(groupPlace(1, "ALREADY_REGISTERED", "Bo")), "Ingen nye er tilmeldt");
        told.forEach((list, words) -> {
            services.on("GET /api/my-groups", list);
            assertThat(reader.get(LIST + "?ny")
                            .document()
                            .select("[role=status]")
                            .text())
                    .startsWith(words);
        });
    }

    @Test
    void saysWhyAPersonCannotBeNamed() {
        services.on("POST /api/my-groups/places/2/name", 409, "{\"detail\":\"Vælg en anden til pladsen\"}");

        PortalPages.Page refused = reader.submit(
                reader.get(LIST + "/pladser/2/navn"), Map.of("name", "Bo", "email", "bo@skole.example"), "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Vælg en anden til pladsen");
        assertThat(refused.document().select("#email").val()).isEqualTo("bo@skole.example");
    }

    @Test
    void saysBeforeTheSignUpWhatWaitingTogetherMeans() {
        Map<String, String> together = new LinkedHashMap<>(answers());
        together.put("fit", "TOGETHER");
        PortalPages.Page form = reader.get(FORM);
        assertThat(form.document().select("#fit-TOGETHER").attr("aria-describedby"))
                .isEqualTo("fit-together-hint");
        assertThat(form.document().select("#fit-together-hint").text())
                .contains("Bliver der færre pladser ledige, får de næste i køen dem");

        PortalPages.Page check = reader.submit(form, together, "tjek");
        assertThat(check.text()).contains("Vent sammen på venteliste", "får de næste i køen dem");
        reader.submit(check, Map.of(), "send");

        assertThat(services.calls("POST /api/groups").getFirst().body()).contains("\"fit\":\"TOGETHER\"");
    }

    @Test
    void takesTheSeatsThatComeOnlyAfterAQuestion() {
        services.on("GET /api/my-groups", groupWaitingTogether())
                .on("POST /api/my-groups/part", groupWaitingTogether());

        PortalPages.Page list = reader.get(LIST);
        assertThat(list.text()).contains("I venter sammen", "I bliver set på først");
        PortalPages.Page confirm = reader.get(LIST + "/hver-for-sig");
        assertThat(confirm.h1()).isEqualTo("Vil I tage de pladser, der kommer?");
        assertThat(services.changes()).isEmpty();
        assertThat(reader.submit(confirm, Map.of(), "").h1()).isEqualTo("Din liste");
        assertThat(services.calls("POST /api/my-groups/part").getFirst().header("X-Group-Link"))
                .isEqualTo(TOKEN);
        services.on("GET /api/my-groups", group(groupPlace(1, "CONFIRMED", "Åse Prøve")));
        assertThat(reader.get(LIST).text()).doesNotContain("I venter sammen");
        assertThat(reader.get(LIST + "/hver-for-sig").h1())
                .as("nothing to part")
                .isEqualTo("Din liste");
    }

    @Test
    void givesTheLeaderTheirDataAndDeletesThem() {
        services.on("GET /api/my-groups/data", "{\"groups\":[]}").on("POST /api/my-groups/erase", 204, "");

        PortalPages.Page data = reader.get(LIST + "/data");
        assertThat(data.header("Content-Disposition")).contains("mine-oplysninger.json");
        assertThat(data.header("Cache-Control")).isEqualTo("no-store");
        PortalPages.Page confirm = reader.get(LIST + "/slet");
        assertThat(confirm.text()).contains("lea@skole.example", "beholder deres pladser");
        assertThat(services.changes()).isEmpty();
        PortalPages.Page erased = reader.submit(confirm, Map.of(), "");
        assertThat(erased.h1()).isEqualTo("Dine oplysninger er slettet");
        assertThat(services.calls("POST /api/my-groups/erase")).hasSize(1);
        services.on("POST /api/my-groups/erase", 503, "{}");
        assertThat(reader.submit(confirm, Map.of(), "").status()).isEqualTo(503);
    }

    @Test
    void saysThatEachPersonIsAskedTheQuestions() {
        services.on("GET /api/meetings/m1", asking("m1"));

        PortalPages.Page form = reader.get(FORM);

        assertThat(form.text()).contains("Hver person med navn svarer på sin egen side");
        assertThat(reader.submit(form, answers(), "tjek").text()).contains("Arrangøren har nogle spørgsmål");
    }

    @Test
    void showsOnMinTilmeldingWhatIsMissingAndThatAGroupWaitsTogether() {
        services.on("GET /api/meetings/m1", asking("m1"))
                .on(
                        "GET /api/my-registrations",
                        mine("WAITLISTED", true)
                                .replace(
                                        "\"movedTo\"",
                                        "\"missingAnswers\":[\"by\"],\"waitsTogether\":true,\"movedTo\""));

        PortalPages.Page mine = reader.get("/min/" + TOKEN);

        assertThat(mine.text()).contains("Arrangøren har nogle spørgsmål", "Du venter sammen med din gruppe");
        assertThat(mine.document().select("main a[href=/min/" + TOKEN + "/ret]").eachText())
                .contains("Svar på spørgsmålene");
        services.on("GET /api/my-registrations", mine("CONFIRMED", true));
        assertThat(reader.get("/min/" + TOKEN).text())
                .doesNotContain("Arrangøren har nogle spørgsmål", "Du venter sammen");
    }

    @Test
    void saysThatALinkOpensNothing() {
        services.on("GET /api/my-groups", 404, "{}");

        assertThat(reader.get(LIST).status()).isEqualTo(404);
        assertThat(reader.get("/gruppe/kort").h1()).isEqualTo("Vi kender ikke dette link");
    }

    @Test
    void isLinkedFromTheMeetingAndTheForm() {
        for (String path : List.of("/arrangementer/m1", "/arrangementer/m1/tilmelding")) {
            assertThat(reader.get(path).document().select("main a[href=" + FORM + "]"))
                    .as(path)
                    .hasSize(1);
        }
    }
}
