package dk.astra.portal;

import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignUpPagesTest extends WithStubs {

    private static final String FORM = "/arrangementer/m1/tilmelding";
    private static final String RECEIPT = "/arrangementer/m1/kvittering";

    private static Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("name", "Åse Prøve");
        answers.put("email", "aase@skole.example");
        answers.put("municipalityCode", "0851");
        answers.put("role", "TEACHER");
        answers.put("comment", "Ingen mælk, \"tak\" <b>&");
        return answers;
    }

    @BeforeEach
    void answersWithASeat() {
        services.on("POST /api/registrations", 201, receipt("CONFIRMED", 7, null, false));
    }

    private static String receipt(String status, Integer seat, Integer place, boolean repeated) {
        String link = repeated ? "null" : "\"http://portal.example/min/" + TOKEN + "\"";
        return "{\"registrationId\":\"r1\",\"meetingId\":\"m1\",\"status\":\"%s\",\"seat\":%s,\"placeInLine\":%s,\"repeated\":%s,\"link\":%s}"
                .formatted(status, seat, place, repeated, link);
    }

    @Test
    void signsUpThroughFormAnswersAndReceipt() {
        PortalPages.Page form = reader.get(FORM);
        assertThat(form.document().select("#municipalityCode option").eachText())
                .containsExactly("Vælg kommune", "København", "Odense", "Aabenraa", "Aalborg");

        PortalPages.Page check = reader.submit(form, answers(), "tjek");
        assertThat(check.h1()).isEqualTo("Tjek dine svar");
        assertThat(check.text()).contains("Åse Prøve", "aase@skole.example", "Aalborg", "Underviser");
        assertThat(services.calls("POST /api/registrations")).isEmpty();

        PortalPages.Page receipt = reader.submit(check, Map.of(), "send");
        assertThat(receipt.response().uri().getPath()).isEqualTo(RECEIPT);
        assertThat(receipt.h1()).isEqualTo("Du er tilmeldt");
        assertThat(receipt.text()).contains("Du har en plads", "aase@skole.example");
        assertThat(receipt.document().select("a[href=/min/" + TOKEN + "]")).hasSize(1);
        assertThat(receipt.header("Cache-Control")).isEqualTo("no-store");

        StubServices.Call sent = services.calls("POST /api/registrations").getFirst();
        assertThat(sent.header("Idempotency-Key"))
                .startsWith(form.document().select("input[name=key]").val());
        assertThat(sent.body())
                .contains(
                        "\"meetingId\":\"m1\"",
                        "\"language\":\"da\"",
                        "\"channel\":\"WEB\"",
                        "Ingen mælk, \\\"tak\\\" <b>&");
        assertThat(reader.get(RECEIPT).h1()).as("read again").isEqualTo("Du er tilmeldt");
    }

    @Test
    void sendsTheSameKeyWhenTheButtonIsPressedTwice() {
        PortalPages.Page check = reader.submit(reader.get(FORM), answers(), "tjek");
        reader.submit(check, Map.of(), "send");
        reader.submit(check, Map.of(), "send");
        reader.submit(check, Map.of("name", "Et andet navn"), "send");

        assertThat(services.calls("POST /api/registrations"))
                .extracting(call -> call.header("Idempotency-Key"))
                .hasSize(3)
                .satisfies(
                        keys -> assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2)));
        assertThat(reader.get(FORM).document().select("input[name=key]").val())
                .as("another form, another key")
                .isNotEqualTo(check.document().select("input[name=key]").val());
    }

    @Test
    void saysThePlaceInLine() {
        services.on("POST /api/registrations", 201, receipt("WAITLISTED", null, 12, false));

        PortalPages.Page receipt = reader.submit(reader.submit(reader.get(FORM), answers(), "tjek"), Map.of(), "send");

        assertThat(receipt.h1()).isEqualTo("Du står på ventelisten");
        assertThat(receipt.text()).contains("Du er nummer 12.");
    }

    @Test
    void saysWhenThePersonIsRegisteredAlready() {
        services.on("POST /api/registrations", 200, receipt("CONFIRMED", 7, null, true));

        PortalPages.Page receipt = reader.submit(reader.submit(reader.get(FORM), answers(), "tjek"), Map.of(), "send");

        assertThat(receipt.h1()).isEqualTo("Du er allerede tilmeldt");
        assertThat(receipt.document().select("a[href^=/min/]")).isEmpty();
    }

    @Test
    void keepsTheAnswersOnTheWayBackToTheForm() {
        PortalPages.Page check = reader.submit(reader.get(FORM), answers(), "tjek");
        PortalPages.Page form = reader.submit(check, Map.of(), "ret");

        assertThat(form.document().select("#name").val()).isEqualTo("Åse Prøve");
        assertThat(form.document().select("#comment").first().wholeText()).isEqualTo("Ingen mælk, \"tak\" <b>&");
        assertThat(form.document().select("#municipalityCode option[selected]").val())
                .isEqualTo("0851");
    }

    @Test
    void linksEveryAnswerToItsField() {
        Map<String, String> answers = answers();
        answers.put("title", "lærer");
        answers.put("institutionName", "Friskolen i Skoven");
        PortalPages.Page check = reader.submit(reader.get(FORM), answers, "tjek");

        assertThat(check.document().select(".answers button").eachText())
                .containsExactly(
                        "Redigér navn",
                        "Redigér e-mail",
                        "Redigér stilling",
                        "Redigér skole eller institution",
                        "Redigér kommune",
                        "Redigér rolle",
                        "Redigér bemærkning til arrangøren");
        PortalPages.Page form = reader.press(check, ".answers button", Map.of());
        assertThat(form.document().select("#name").val()).isEqualTo("Åse Prøve");
        for (String address : check.document().select(".answers button").eachAttr("formaction")) {
            assertThat(address).startsWith(FORM + "#");
            Element field = form.document().getElementById(address.substring(address.indexOf('#') + 1));
            assertThat(field).as(address).isNotNull();
            assertThat(field.tagName()).as(address).isIn("input", "select", "textarea");
        }
    }

    @Nested
    class WhenAnswersAreWrong {

        @Test
        void listsEveryErrorAboveTheFormAndAtItsField() {
            PortalPages.Page page = reader.submit(reader.get(FORM), Map.of("email", "forkert"), "tjek");

            assertThat(page.status()).isEqualTo(400);
            assertThat(page.document().title()).startsWith("Fejl – ");
            assertThat(page.document().select("[data-module=error-summary] a").eachAttr("href"))
                    .containsExactly("#name", "#email", "#institutionQuery");
            assertThat(page.document().select("#email").val()).isEqualTo("forkert");
            assertThat(page.document().select("#email").attr("aria-invalid")).isEqualTo("true");
            assertThat(page.document().select("#email").attr("aria-describedby"))
                    .isEqualTo("email-hint email-error");
            assertThat(page.document().select("#email-error").text())
                    .isEqualTo("Fejl: Skriv din e-mail, fx navn@skole.dk");
            for (String id :
                    page.document().select("[data-module=error-summary] a").eachAttr("href")) {
                assertThat(page.document().getElementById(id.substring(1))).isNotNull();
            }
        }

        /** The way back in the browser, after the registration was cancelled: the same answers under the same key. */
        @Test
        void tellsNobodyToHaveASeatThatWasGivenUp() {
            services.on("POST /api/registrations", 201, "{\"registrationId\":\"r1\",\"status\":\"CANCELLED\"}");
            PortalPages.Page check = reader.submit(reader.get(FORM), answers(), "tjek");
            String key = check.document().select("input[name=key]").val();

            PortalPages.Page told = reader.submit(check, Map.of(), "send");

            assertThat(told.status()).isEqualTo(409);
            assertThat(told.text()).contains("tilmeldingen er afmeldt").doesNotContain("Du har en plads");
            assertThat(told.document().getElementById("name").val())
                    .isEqualTo(answers().get("name"));
            assertThat(told.document().select("input[name=key]").val())
                    .as("sent again, it is a registration of its own")
                    .isNotEqualTo(key);
        }

        @Test
        void refusesCprNumbersBeforeTheyTravel() {
            Map<String, String> answers = answers();
            answers.put("comment", "Mit nummer er 010203-4567");

            PortalPages.Page page = reader.submit(reader.get(FORM), answers, "send");

            assertThat(page.text()).contains("Skriv ikke CPR-nummer");
            assertThat(services.calls("POST /api/registrations")).isEmpty();
        }

        @Test
        void showsTheServicesMessagesAtTheirFields() {
            services.on("POST /api/registrations", 400, """
                    {"type":"https://tilmelding.astra.dk/problems/invalid-fields","status":400,"detail":"Ret felterne",
                     "errors":[{"field":"email","code":"invalid-email","message":"Denne adresse kan vi ikke skrive til"},
                               {"field":"answers.kost","code":"too-long","message":"Svaret er for langt"}]}
                    """);

            PortalPages.Page page = reader.submit(reader.submit(reader.get(FORM), answers(), "tjek"), Map.of(), "send");

            assertThat(page.status()).isEqualTo(400);
            assertThat(page.document().select("#email-error").text())
                    .isEqualTo("Fejl: Denne adresse kan vi ikke skrive til");
            assertThat(page.document().select("[data-module=error-summary]").text())
                    .contains("Svaret er for langt");
            assertThat(page.document().select("#name").val()).isEqualTo("Åse Prøve");
        }

        @Test
        void saysWhyTheServiceRefuses() {
            services.on(
                    "POST /api/registrations",
                    409,
                    "{\"type\":\"https://tilmelding.astra.dk/problems/registration-closed\",\"detail\":\"Fristen er gået\"}");

            PortalPages.Page page = reader.submit(reader.submit(reader.get(FORM), answers(), "tjek"), Map.of(), "send");

            assertThat(page.status()).isEqualTo(409);
            assertThat(page.document().select("[data-module=error-summary]").text())
                    .contains("Fristen er gået");
        }
    }

    @Nested
    class WhenRegistrationServiceIsAway {

        @Test
        void losesNoAnswerAndSendsTheSameKeyAgain() {
            PortalPages.Page check = reader.submit(reader.get(FORM), answers(), "tjek");
            services.on("POST /api/registrations", 503, "{}");

            PortalPages.Page page = reader.submit(check, Map.of(), "send");

            assertThat(page.status()).isEqualTo(503);
            assertThat(page.text()).contains("Dine svar er ikke gået tabt");
            assertThat(page.document().select("input[name=name]").val()).isEqualTo("Åse Prøve");

            services.on("POST /api/registrations", 201, receipt("CONFIRMED", 7, null, false));
            assertThat(reader.submit(page, Map.of(), "send").h1()).isEqualTo("Du er tilmeldt");
            assertThat(services.calls("POST /api/registrations"))
                    .extracting(call -> call.header("Idempotency-Key"))
                    .hasSize(2)
                    .containsOnly(
                            services.calls("POST /api/registrations").getFirst().header("Idempotency-Key"));
        }

        @Test
        void offersTheFormAllTheSame() {
            services.on("GET /api/municipalities", 503, "{}").on("GET /api/institutions", 503, "{}");

            assertThat(reader.get(FORM).status()).isEqualTo(200);
        }
    }

    @Nested
    class TheSchool {

        @BeforeEach
        void isFound() {
            services.on(
                    "GET /api/institutions",
                    items(
                            "{\"number\":\"901185\",\"name\":\"Ozonsø Erhvervsskole\",\"type\":\"Erhvervsskole\"}",
                            "{\"number\":\"901397\",\"name\":\"Ozonsø Gymnasium\",\"type\":\"Gymnasium\"}"));
        }

        @Test
        void isNotSaidToBeMissingWhenNobodyCouldBeAsked() {
            services.on("GET /api/institutions", 503, "{}");

            PortalPages.Page page = reader.submit(reader.get(FORM), Map.of("institutionQuery", "ozonsø"), "find");

            assertThat(page.document().getElementById("fundet").text())
                    .doesNotContain("Vi fandt ingen skole")
                    .contains("lige nu");
        }

        @Test
        void isChosenFromWhatTheSearchFinds() {
            PortalPages.Page found = reader.submit(
                    reader.get(FORM),
                    Map.of("name", "Åse", "email", "aase@skole.example", "institutionQuery", "ozonsø"),
                    "find");
            assertThat(services.calls("GET /api/institutions").getFirst().query())
                    .contains("q=ozonsø");
            assertThat(found.text()).contains("2 fundet", "Ozonsø Erhvervsskole (Erhvervsskole)");
            assertThat(found.document().select("#name").val()).isEqualTo("Åse");

            PortalPages.Page check = reader.submit(found, Map.of("institutionNumber", "901185"), "tjek");
            assertThat(check.text()).contains("Skole eller institution Ozonsø Erhvervsskole");

            reader.submit(check, Map.of(), "send");
            assertThat(services.calls("POST /api/registrations").getFirst().body())
                    .contains("\"institutionNumber\":\"901185\"")
                    .doesNotContain("institutionName");
        }

        @Test
        void isAskedForWhenOnlyTyped() {
            PortalPages.Page page = reader.submit(
                    reader.get(FORM),
                    Map.of("name", "Åse", "email", "aase@skole.example", "institutionQuery", "ozonsø"),
                    "tjek");

            assertThat(page.status()).isEqualTo(400);
            assertThat(page.document().select("[data-module=error-summary] a").attr("href"))
                    .isEqualTo("#institutionNumber");
            assertThat(page.document().select("input[name=institutionNumber]")).hasSize(3);
        }

        @Test
        void isTypedWhenTheRegisterDoesNotKnowIt() {
            services.on("GET /api/institutions", items());
            PortalPages.Page check = reader.submit(
                    reader.get(FORM),
                    Map.of("name", "Åse", "email", "aase@skole.example", "institutionName", "Friskolen i Skoven"),
                    "tjek");

            assertThat(check.text()).contains("Friskolen i Skoven");
        }
    }

    @Test
    void registersNothingForAMachine() {
        Map<String, String> answers = answers();
        answers.put("website", "http://spam.example");

        PortalPages.Page page = reader.submit(reader.get(FORM), answers, "send");

        assertThat(page.h1()).isEqualTo("Tak for din tilmelding");
        assertThat(services.calls("POST /api/registrations")).isEmpty();
    }

    @Test
    void setsNoCookieBeforeItIsNeeded() {
        PortalPages.Page form = reader.get(FORM);
        PortalPages.Page check = reader.submit(form, answers(), "tjek");

        assertThat(form.response().headers().allValues("Set-Cookie")).isEmpty();
        assertThat(check.response().headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void survivesReceiptsThatSomebodyForged() {
        assertThat(reader.get(RECEIPT).h1()).isEqualTo("Tak for din tilmelding");
        assertThat(reader.get("/arrangementer/findes-ikke/tilmelding").status()).isEqualTo(404);
    }

    @Test
    void escapesWhatPeopleType() {
        Map<String, String> answers = answers();
        answers.put("name", "\"><script>alert(1)</script>");
        answers.put("comment", "</textarea><script>alert(2)</script>");

        PortalPages.Page check = reader.submit(reader.get(FORM), answers, "tjek");
        PortalPages.Page form = reader.submit(check, Map.of(), "ret");

        assertThat(check.response().body()).doesNotContain("<script>alert");
        assertThat(form.response().body()).doesNotContain("<script>alert");
        assertThat(form.document().select("#name").val()).isEqualTo("\"><script>alert(1)</script>");
    }
}
