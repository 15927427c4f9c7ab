package dk.astra.portal;

import static dk.astra.portal.InvitationSamples.invitations;
import static dk.astra.portal.InvitationSamples.myInvitation;
import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.meeting;
import static dk.astra.portal.Samples.mine;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Invitations: one tap for the invited, the list and the quorum for organisers. */
class InvitationPagesTest extends WithStubs {

    private static final String MINE = "/invitation/" + TOKEN;
    private static final String LIST = "/intern/arrangementer/m1/invitationer";

    private static List<String> buttons(PortalPages.Page page) {
        return page.document().select("main button[name=answer]").eachAttr("value");
    }

    @Nested
    class Answering {

        @Test
        void asksWithThreeButtonsAndChangesNothingByLooking() {
            services.on("GET /api/my-invitation", myInvitation("NONE", true, true));

            PortalPages.Page page = reader.get(MINE);

            assertThat(page.h1()).isEqualTo("Kommer du?");
            assertThat(page.text()).contains("Hej Åse Prøve", "Temadag om energi", "Svar senest");
            assertThat(buttons(page)).containsExactly("YES", "NO", "NOT_YET");
            assertThat(services.changes()).isEmpty();
            assertThat(services.calls("GET /api/my-invitation").getFirst().header("X-Invitation-Link"))
                    .isEqualTo(TOKEN);
        }

        @Test
        void keepsTheLinkSecret() {
            services.on("GET /api/my-invitation", myInvitation("NONE", true, true));
            for (String path : new String[] {MINE, "/invitation/kort"}) {
                PortalPages.Page page = reader.get(path);
                assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
                assertThat(page.header("Cache-Control")).isEqualTo("no-store");
                assertThat(page.header("X-Robots-Tag")).contains("noindex");
                assertThat(page.document().select("meta[name=robots]").attr("content"))
                        .contains("noindex");
            }
        }

        @Test
        void sendsTheAnswerWithTheNoteAndSaysWhatWasAnswered() {
            services.on("GET /api/my-invitation", myInvitation("NONE", true, true))
                    .on("POST /api/my-invitation/answer", myInvitation("YES", true, true));
            PortalPages.Page page = reader.get(MINE);
            services.on("GET /api/my-invitation", myInvitation("YES", true, true));

            PortalPages.Page done = reader.press(page, "button[value=YES]", Map.of("note", "Jeg kommer lidt senere"));

            assertThat(services.calls("POST /api/my-invitation/answer")
                            .getFirst()
                            .body())
                    .contains("\"answer\":\"YES\"", "\"note\":\"Jeg kommer lidt senere\"");
            assertThat(done.text())
                    .contains("Du har svaret ja", "Du kan ændre dit svar indtil", "Ja, jeg kommer (dit svar nu)");
            assertThat(done.document().select("a[href=/min/" + TOKEN + "]")).hasSize(1);
        }

        @Test
        void keepsTheNoteWhenItIsRefused() {
            services.on("GET /api/my-invitation", myInvitation("NONE", true, true))
                    .on(
                            "POST /api/my-invitation/answer",
                            400,
                            "{\"errors\":[{\"field\":\"note\",\"code\":\"cpr-number\",\"message\":\"Skriv ikke CPR-nummer\"}]}");

            PortalPages.Page page = reader.press(reader.get(MINE), "button[value=NO]", Map.of("note", "010190-1234"));

            assertThat(page.status()).isEqualTo(400);
            assertThat(page.document().select("#note-error").text()).contains("Skriv ikke CPR-nummer");
            assertThat(page.document().getElementById("note").wholeText()).isEqualTo("010190-1234");
            assertThat(page.document().title()).startsWith("Fejl");
        }

        @Test
        void offersNoAnswerThatWouldBeRefused() {
            services.on("GET /api/my-invitation", myInvitation("NONE", false, true));
            assertThat(buttons(reader.get(MINE))).containsExactly("NO", "NOT_YET");

            services.on("GET /api/my-invitation", myInvitation("YES", false, false));
            PortalPages.Page over = reader.get(MINE);
            assertThat(buttons(over)).isEmpty();
            assertThat(over.text()).contains("Der kan ikke svares her mere");
        }

        @Test
        void isFriendlyAboutLinksThatOpenNothing() {
            assertThat(reader.get(MINE).status()).isEqualTo(404);
            assertThat(reader.get("/invitation/kort").h1()).isEqualTo("Vi kender ikke dette link");
            services.on("GET /api/my-invitation", 410, "{}").on("POST /api/my-invitation/answer", 410, "{}");
            assertThat(reader.get(MINE).h1()).isEqualTo("Invitationen gælder ikke længere");
            assertThat(reader.post(MINE, Map.of("answer", "YES")).status()).isEqualTo(410);
        }

        @Test
        void erasesOnlyByTheButton() {
            services.on("GET /api/my-invitation", myInvitation("NONE", true, true))
                    .on("POST /api/my-invitation/erase", 204, "");

            PortalPages.Page confirm = reader.get(MINE + "/slet");
            assertThat(services.changes()).isEmpty();
            PortalPages.Page done = reader.submit(confirm, Map.of(), "");

            assertThat(services.calls("POST /api/my-invitation/erase")).hasSize(1);
            assertThat(done.h1()).isEqualTo("Dine oplysninger er slettet");
        }

        @Test
        void showsAMeetingByInvitationWithoutAWayToSignUp() {
            services.on(
                    "GET /api/meetings/m1",
                    meeting("m1", "Møde", "SCHEDULED", START)
                            .replace("\"capacity\":40", "\"capacity\":40,\"byInvitation\":true"));

            PortalPages.Page page = reader.get("/arrangementer/m1");

            assertThat(page.text()).contains("Kun for inviterede");
            assertThat(page.document().select("a[href*=/tilmelding]")).isEmpty();
            services.on("GET /api/meetings/m1", meeting("m1", "Møde", "SCHEDULED", START));
            assertThat(reader.get("/arrangementer/m1").document().select("a[href*=/tilmelding]"))
                    .as("control")
                    .isNotEmpty();
        }

        @Test
        void leadsWhoIsOfferedASeatToWhereItIsTaken() {
            services.on(
                    "GET /api/my-invitation", myInvitation("YES", true, true).replace("\"CONFIRMED\"", "\"OFFERED\""));

            PortalPages.Page page = reader.get(MINE);

            assertThat(page.text())
                    .contains("Der er en plads til dig", "når du tager imod den")
                    .doesNotContain("ventelisten");
            assertThat(page.document().select("a[href=/min/" + TOKEN + "]").text())
                    .isEqualTo("Tag imod pladsen");
        }

        @Test
        void saysNothingOfAnAnswerWhenTheMeetingIsCancelled() {
            services.on("GET /api/my-invitation", myInvitation("NO", false, false))
                    .on("GET /api/meetings/m1", meeting("m1", "Møde", "CANCELLED", START));

            PortalPages.Page page = reader.get(MINE);

            assertThat(page.text()).contains("Aflyst").doesNotContain("Du har svaret nej");
            services.on("GET /api/meetings/m1", meeting("m1", "Møde", "SCHEDULED", START));
            assertThat(reader.get(MINE).text()).as("control").contains("Du har svaret nej");
        }
    }

    /** Who is not invited is told so before anything is typed. */
    @Nested
    class ByInvitationOnly {

        private static final List<String> FORMS =
                List.of("/arrangementer/m1/tilmelding", "/arrangementer/m1/tilmelding/flere");

        private void meetings(boolean byInvitation) {
            services.on("GET /api/meetings/m1", invitedTo("m1", byInvitation))
                    .on("GET /api/meetings/m2", invitedTo("m2", byInvitation));
        }

        private String invitedTo(String id, boolean byInvitation) {
            return meeting(id, "Møde", "SCHEDULED", START)
                    .replace("\"capacity\":40", "\"capacity\":40,\"byInvitation\":" + byInvitation);
        }

        @Test
        void offersNoForm() {
            meetings(true);
            for (String form : FORMS) {
                PortalPages.Page page = reader.get(form);
                assertThat(page.status()).as(form).isEqualTo(200);
                assertThat(page.h1()).as(form).isEqualTo("Kun for inviterede");
                assertThat(page.text()).as(form).contains("svar med linket i din invitation", "eud@astra.example");
                assertThat(page.document().select("main form")).as(form).isEmpty();
            }
            meetings(false);
            for (String form : FORMS) {
                assertThat(reader.get(form).document().select("main form"))
                        .as("control: " + form)
                        .isNotEmpty();
            }
        }

        @Test
        void sendsNothingThatWasTypedBefore() {
            meetings(true);
            for (String form : FORMS) {
                PortalPages.Page page =
                        reader.post(form, Map.of("step", "send", "name", "Åse Prøve", "email", "aase@skole.example"));
                assertThat(page.status()).as(form).isEqualTo(403);
                assertThat(page.h1()).as(form).isEqualTo("Kun for inviterede");
            }
            assertThat(services.changes()).isEmpty();
        }

        @Test
        void saysSoInAFrameToo() {
            meetings(true);

            PortalPages.Page page = reader.get("/indlejret/arrangementer/m1");

            assertThat(page.text()).contains("Kun for inviterede", "svar med linket i din invitation");
            assertThat(page.document().select("a[href*=/tilmelding]")).isEmpty();
            meetings(false);
            assertThat(reader.get("/indlejret/arrangementer/m1").document().select("a[href*=/tilmelding]"))
                    .as("control")
                    .isNotEmpty();
        }

        @Test
        void saysSoBeforeRegistrationOpens() {
            services.on(
                    "GET /api/meetings/m1",
                    meeting("m1", "Møde", "SCHEDULED", START.plusDays(400))
                            .replace("\"capacity\":40", "\"capacity\":40,\"byInvitation\":true"));
            assertThat(reader.get("/arrangementer/m1").text()).contains("Kun for inviterede");
        }

        @Test
        void leadsNobodyFromAnOpenMeetingToATwinByInvitation() {
            services.on("GET /api/my-registrations", mine("WAITLISTED", true))
                    .on("GET /api/meetings/m1", invitedTo("m1", false))
                    .on("GET /api/meetings/m2", invitedTo("m2", true));
            PortalPages.Page page = reader.get("/min/" + TOKEN);
            assertThat(page.document().select("a[href*=skift], a[href*=begge]")).isEmpty();
            for (String path : new String[] {"/skift", "/begge"}) {
                assertThat(reader.get("/min/" + TOKEN + path + "?til=m2").h1())
                        .as(path)
                        .isEqualTo("Min tilmelding");
            }

            meetings(true);
            assertThat(reader.get("/min/" + TOKEN).document().select("a[href*=skift], a[href*=begge]"))
                    .as("control: invited there as here")
                    .hasSize(2);
        }
    }

    @Nested
    class Organising {

        @Test
        void saysWhoHasASeatOnOffer() {
            signIn.signsIn("ORGANISER");
            services.on(
                    "GET /api/meetings/m1/invitations",
                    invitations()
                            .replace("\"CONFIRMED\"", "\"OFFERED\"")
                            .replace("\"yes\":1,\"yesWaiting\":0", "\"yes\":0,\"yesWaiting\":1"));

            PortalPages.Page page = reader.get(LIST);

            assertThat(page.text())
                    .contains(
                            "Ja, har fået tilbudt en plads",
                            "0 kommer, 1 kommer ikke, 0 ved det ikke endnu, 1 har ikke svaret, 1 har svaret ja uden at have en plads.",
                            "Der mangler 2, før mødet er beslutningsdygtigt.");
        }

        private PortalPages.Page list() {
            signIn.signsIn("ORGANISER");
            services.on("GET /api/meetings/m1/invitations", invitations());
            return reader.get(LIST);
        }

        @Test
        void showsTheQuorumInWordsAndTheAnswers() {
            PortalPages.Page page = list();

            assertThat(page.text())
                    .contains(
                            "Der mangler 1, før mødet er beslutningsdygtigt.",
                            "1 kommer. Mindst 2 skal komme.",
                            "Inviterede (3)",
                            "Jeg er på rejse");
            assertThat(page.text())
                    .contains("3 inviterede: 1 kommer, 1 kommer ikke, 0 ved det ikke endnu, 1 har ikke svaret.");
            assertThat(page.document().select("svg.answer-bar rect").eachAttr("class"))
                    .containsExactly("answer-YES", "answer-NONE", "answer-NO");
            assertThat(page.document().select("svg.answer-bar rect").eachAttr("x"))
                    .containsExactly("0", "1", "2");
            assertThat(page.document().select("svg.answer-bar line").attr("x1")).isEqualTo("2");
            assertThat(page.document().select("form[action$=/paamind]"))
                    .as("only the silent")
                    .hasSize(1);
            assertThat(page.document().select("a[href$=/traek-tilbage]"))
                    .as("not who is registered")
                    .hasSize(2);
        }

        @Test
        void invitesAPastedList() {
            PortalPages.Page page = list();
            services.on(
                    "POST /api/meetings/m1/invitations",
                    "{\"items\":[{\"outcome\":\"INVITED\"},{\"outcome\":\"ALREADY_INVITED\"}]}");

            PortalPages.Page done = reader.press(
                    page,
                    "form.staff-form button",
                    Map.of("people", "Åse Prøve; aase@skole.example; rektor\n\nBo Test\tbo@skole.example"));

            StubServices.Call call =
                    services.calls("POST /api/meetings/m1/invitations").getFirst();
            assertThat(call.body())
                    .contains("\"title\":\"rektor\"", "\"name\":\"Bo Test\"", "\"email\":\"bo@skole.example\"");
            assertThat(call.header("Idempotency-Key")).isNotBlank();
            assertThat(done.text()).contains("Inviteret: 1. Allerede inviteret eller tilmeldt: 1.");
        }

        @Test
        void namesTheLinesThatAreWrongAndKeepsTheList() {
            PortalPages.Page page = list();
            String typed = "Åse Prøve; aase@skole.example\nBo Test";

            PortalPages.Page unread = reader.press(page, "form.staff-form button", Map.of("people", typed));
            assertThat(unread.status()).isEqualTo(400);
            assertThat(unread.document().select("#people-error").text()).contains("Linje 2");
            assertThat(unread.document().getElementById("people").wholeText()).isEqualTo(typed);
            assertThat(services.calls("POST /api/meetings/m1/invitations")).isEmpty();

            services.on(
                    "POST /api/meetings/m1/invitations",
                    400,
                    "{\"errors\":[{\"field\":\"people[1].email\",\"code\":\"invalid-email\",\"message\":\"Skriv din e-mail\"}]}");
            PortalPages.Page refused = reader.press(
                    page, "form.staff-form button", Map.of("people", "Åse; aase@skole.example\n\nBo; forkert"));
            assertThat(refused.document().select("#people-error").text()).contains("Linje 3: Skriv din e-mail");
        }

        @Test
        void remindsOneWhoIsSilent() {
            PortalPages.Page page = list();
            services.on("POST /api/invitations/i3/remind", "{\"sent\":true}");
            assertThat(reader.press(page, "form[action$=/i3/paamind] button", Map.of())
                            .text())
                    .contains("Påmindelsen er sendt.");

            services.on("POST /api/invitations/i3/remind", "{\"sent\":false}");
            assertThat(reader.press(page, "form[action$=/i3/paamind] button", Map.of())
                            .text())
                    .contains("inden for det seneste døgn");

            services.on("POST /api/invitations/i3/remind", 409, "{\"detail\":\"Personen har svaret\"}");
            PortalPages.Page refused = reader.press(page, "form[action$=/i3/paamind] button", Map.of());
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text()).contains("Personen har svaret", "Inviterede (3)");
        }

        @Test
        void takesOneBackOnlyByTheButton() {
            list();
            services.on("POST /api/invitations/i2/withdraw", "{\"invitationId\":\"i2\"}");

            PortalPages.Page confirm = reader.get(LIST + "/i2/traek-tilbage");
            assertThat(confirm.text()).contains("Bo <b>Test</b>");
            assertThat(services.changes()).isEmpty();
            PortalPages.Page done = reader.submit(confirm, Map.of(), "");

            assertThat(services.calls("POST /api/invitations/i2/withdraw")).hasSize(1);
            assertThat(done.text()).contains("Invitationen er trukket tilbage.");
        }

        @Test
        void worksWhileRegistrationServiceIsAway() {
            signIn.signsIn("ORGANISER");
            services.on("GET /api/meetings/m1/invitations", 503, "{}");

            PortalPages.Page page = reader.get(LIST);

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("Vi kan ikke vise invitationerne lige nu");
        }

        @Test
        void asksForTheQuorumWhereAMeetingIsPlanned() {
            signIn.signsIn("ORGANISER");
            services.on(
                            "GET /api/meetings/m1",
                            meeting("m1", "Møde", "SCHEDULED", START)
                                    .replace("\"capacity\":40", "\"capacity\":40,\"byInvitation\":true,\"quorum\":7"))
                    .on("PUT /api/meetings/m1", meeting("m1", "Møde", "SCHEDULED", START));

            PortalPages.Page form = reader.get("/intern/arrangementer/m1/ret");
            assertThat(form.document().getElementById("quorum").val()).isEqualTo("7");
            assertThat(form.document().getElementById("byInvitation").hasAttr("checked"))
                    .isTrue();
            reader.submit(form, Map.of("quorum", "8"), "");

            assertThat(services.calls("PUT /api/meetings/m1").getFirst().body())
                    .contains("\"quorum\":8", "\"byInvitation\":true");
        }
    }
}
