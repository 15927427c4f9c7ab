package dk.astra.portal;

import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.availability;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.meeting;
import static dk.astra.portal.Samples.participant;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaffPagesTest extends WithStubs {

    private static final String M1 = "/intern/arrangementer/m1";

    @BeforeEach
    void anOrganiserSignsIn() {
        signIn.signsIn("ORGANISER");
        services.on(
                "GET /api/meetings/m1/registrations",
                items(
                        participant("r1", "CONFIRMED", 1, "Åse Prøve"),
                        participant("r2", "CONFIRMED", 2, "Bo <b>Test</b>"),
                        participant("r3", "WAITLISTED", 1, "Ida Eksempel")));
    }

    private static Map<String, String> newMeeting() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("type", "THEME_DAY");
        typed.put("network", "EUD");
        typed.put("side", "EAST");
        typed.put("title.da", "Temadag om lys");
        typed.put("description.da", "En dag med lys");
        typed.put("audience.da", "Alle");
        typed.put("date", "2027-04-21");
        typed.put("venue.name", "Lyshuset");
        typed.put("venue.street", "Vejen 1");
        typed.put("venue.postalCode", "4200");
        typed.put("venue.town", "Slagelse");
        typed.put("programme", "9.30 Ankomst | Arrival\n10.00 Lys");
        typed.put("agendaTags", "ABC, LYS");
        typed.put("capacity", "40");
        typed.put("contact.role", "Sekretariatet");
        typed.put("contact.email", "post@astra.example");
        return typed;
    }

    @Test
    void listsMeetingsWithDraftsAndNumbers() {
        services.on(
                "GET /api/meetings",
                items(
                        meeting("m1", "Kommende", "SCHEDULED", START),
                        meeting("m9", "Afholdt møde", "HELD", START.minusDays(100))));

        PortalPages.Page page = reader.get("/intern");

        assertThat(page.response().uri().getPath()).isEqualTo("/intern/arrangementer");
        assertThat(page.text()).contains("Kommende", "Afholdt møde", "Offentliggjort");
        assertThat(services.calls("GET /api/meetings"))
                .anySatisfy(call -> {
                    assertThat(call.query()).contains("status=DRAFT");
                    assertThat(call.header("Authorization")).isEqualTo("Bearer staff-token");
                })
                .anySatisfy(call -> assertThat(call.query()).contains("status=ALL"));
    }

    @Test
    void showsParticipantsInOrderOfSeatAndLine() {
        PortalPages.Page page = reader.get(M1);

        assertThat(page.text()).contains("Tilmeldte (2)", "Venteliste (1)");
        assertThat(page.document().select("table").get(0).select("tbody tr").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("1 Åse Prøve"),
                        second -> assertThat(second).startsWith("2 Bo <b>Test</b>"));
        assertThat(page.document().select("table").get(1).text()).contains("1 Ida Eksempel");
    }

    @Test
    void schedulesAMeeting() {
        services.on("POST /api/meetings", 201, meeting("m7", "Temadag om lys", "SCHEDULED", START))
                .on("GET /api/meetings/m7", meeting("m7", "Temadag om lys", "SCHEDULED", START))
                .on("GET /api/meetings/m7/registrations", items());

        PortalPages.Page page = reader.submit(reader.get("/intern/arrangementer/nyt"), newMeeting(), "schedule");

        assertThat(page.h1()).isEqualTo("Temadag om lys");
        StubServices.Call sent = services.calls("POST /api/meetings").getFirst();
        assertThat(sent.query()).isEqualTo("schedule=true");
        assertThat(sent.header("Idempotency-Key")).hasSizeBetween(36, 128);
        assertThat(sent.body())
                .contains(
                        "\"startsAt\":\"2027-04-21T09:30:00\"",
                        "\"venue\":{\"name\":\"Lyshuset\"",
                        "\"title\":{",
                        "\"Arrival\"",
                        "\"agendaTags\":[\"ABC\",\"LYS\"]",
                        "\"capacity\":40")
                .doesNotContain("registrationClosesAt");
    }

    @Test
    void schedulesTwins() {
        services.on(
                "POST /api/series",
                201,
                "{\"seriesId\":\"s1\",\"meetings\":[" + meeting("m1", "Temadag", "SCHEDULED", START) + ","
                        + meeting("m2", "Temadag", "SCHEDULED", START) + "]}");
        Map<String, String> typed = newMeeting();
        typed.put("twin", "ja");
        typed.put("twin.date", "2027-04-28");
        typed.put("twin.venue.name", "Vesthuset");
        typed.put("twin.venue.street", "Vejen 2");
        typed.put("twin.venue.postalCode", "8000");
        typed.put("twin.venue.town", "Aarhus C");

        reader.submit(reader.get("/intern/arrangementer/nyt"), typed, "schedule");

        assertThat(services.calls("POST /api/series").getFirst().body())
                .contains(
                        "\"identicalContent\":true",
                        "\"side\":\"EAST\"",
                        "\"side\":\"WEST\"",
                        "2027-04-28T09:30:00",
                        "Vesthuset");
    }

    @Test
    void keepsAHalfTypedMeetingInTheOtherLanguage() {
        Map<String, String> typed = newMeeting();
        typed.put("capacity", "mange");
        for (String address : List.of("/intern/arrangementer/nyt", "/intern/arrangementer/m1/ret")) {
            PortalPages.Page english = reader.press(reader.get(address), ".languages button[lang=en]", typed);

            assertThat(english.h1()).as(address).matches("(Schedule|Change|New|Edit).*");
            assertThat(english.document().getElementById("capacity").val()).isEqualTo("mange");
            assertThat(english.document().getElementById("title.da").val()).isEqualTo(typed.get("title.da"));
            assertThat(english.document().select("[data-module=error-summary]"))
                    .as("nobody asked for a check")
                    .isEmpty();
            reader.press(english, ".languages button[lang=da]", Map.of());
        }
        assertThat(services.changes()).isEmpty();
    }

    @Test
    void saysOfEachFieldWhatIsMissing() {
        PortalPages.Page page = reader.submit(reader.get("/intern/arrangementer/nyt"), Map.of(), "draft");

        assertThat(page.document().select("[data-module=error-summary] a").eachText())
                .as("nobody has to follow a link to know what it is about")
                .contains("Vælg en type", "Vælg et netværk", "Skriv titlen på dansk")
                .doesNotHaveDuplicates();
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        services.on("POST /api/meetings", 400, """
                {"type":"https://tilmelding.astra.dk/problems/invalid-fields","errors":[
                 {"field":"venue.postalCode","code":"invalid","message":"Skriv fire cifre"},
                 {"field":"programme[1].title.da","code":"too-long","message":"Punktet er for langt"}]}
                """);
        Map<String, String> typed = newMeeting();
        typed.put("date", "2027-02-30");
        typed.put("programme", "Ankomst uden tid");
        typed.put("capacity", "mange");
        PortalPages.Page page = reader.submit(reader.get("/intern/arrangementer/nyt"), typed, "draft");
        assertThat(page.document().select("[data-module=error-summary] a").eachAttr("href"))
                .containsExactlyInAnyOrder("#date", "#programme", "#capacity");
        assertThat(services.calls("POST /api/meetings")).isEmpty();

        PortalPages.Page refused = reader.submit(page, newMeeting(), "draft");
        assertThat(refused.document().getElementById("venue.postalCode-error").text())
                .isEqualTo("Fejl: Skriv fire cifre");
        assertThat(refused.document().getElementById("programme-error").text()).contains("Punktet er for langt");
        assertThat(refused.document().getElementById("title.da").val()).isEqualTo("Temadag om lys");
    }

    @Test
    void changesTextAndKeepsTheTime() {
        services.on("PUT /api/meetings/m1", meeting("m1", "Nyt navn", "SCHEDULED", START));

        reader.submit(reader.get(M1 + "/ret"), Map.of("title.da", "Nyt navn"), "");

        StubServices.Call sent = services.calls("PUT /api/meetings/m1").getFirst();
        assertThat(sent.header("If-Match")).isEqualTo("\"3\"");
        assertThat(sent.body()).contains("Nyt navn", "\"startsAt\":\"" + START, "Ankomst og kaffe");
    }

    @Test
    void movesResizesCancelsAndPublishes() {
        for (String action : new String[] {"reschedule", "capacity", "cancel", "schedule"}) {
            services.on("POST /api/meetings/m1/" + action, meeting("m1", "Temadag", "SCHEDULED", START));
        }
        reader.submit(reader.get(M1 + "/flyt"), Map.of("date", "2027-06-01", "startsAt", "10:00"), "");
        reader.submit(reader.get(M1 + "/antal"), Map.of("capacity", "55"), "");
        reader.submit(reader.get(M1 + "/aflys"), Map.of("reason.da", "Sygdom"), "");
        reader.submit(reader.get(M1 + "/offentliggoer"), Map.of(), "");

        assertThat(services.calls("POST /api/meetings/m1/reschedule").getFirst().body())
                .contains("2027-06-01T10:00:00")
                .doesNotContain("registrationClosesAt");
        assertThat(services.calls("POST /api/meetings/m1/capacity").getFirst().body())
                .isEqualTo("{\"capacity\":55}");
        assertThat(services.calls("POST /api/meetings/m1/cancel").getFirst().body())
                .contains("\"da\":\"Sygdom\"", "\"en\":\"Sygdom\"");
        assertThat(services.calls("POST /api/meetings/m1/schedule")).hasSize(1);
    }

    @Test
    void saysHowManyHaveASeatWhenCapacityIsTooLow() {
        services.on(
                "POST /api/meetings/m1/capacity",
                409,
                "{\"type\":\"https://tilmelding.astra.dk/problems/capacity-below-confirmed\",\"confirmed\":37}");

        PortalPages.Page page = reader.submit(reader.get(M1 + "/antal"), Map.of("capacity", "10"), "");

        assertThat(page.document().select("#capacity-error").text())
                .isEqualTo("Fejl: 37 har allerede en plads. Skriv 37 eller flere");
    }

    @Test
    void cancelsAParticipantAfterAsking() {
        services.on("POST /api/registrations/r1/cancel", participant("r1", "CANCELLED", 1, "Åse Prøve"));

        PortalPages.Page confirm = reader.get(M1 + "/deltagere/r1/afmeld");
        assertThat(confirm.text()).contains("Vil du afmelde Åse Prøve");
        assertThat(services.changes()).isEmpty();
        reader.submit(confirm, Map.of(), "");

        assertThat(services.calls("POST /api/registrations/r1/cancel")).hasSize(1);
    }

    @Test
    void marksAsHeldWithWhoCame() {
        services.on(
                        "GET /api/meetings/m1",
                        meeting("m1", "I dag", "SCHEDULED", LocalDate.now().atTime(0, 30)))
                .on("POST /api/meetings/m1/attendance", "{\"recorded\":2}")
                .on("POST /api/meetings/m1/hold", meeting("m1", "I dag", "HELD", START));

        PortalPages.Page form = reader.get(M1 + "/afholdt");
        assertThat(form.document().select("input[name=came][checked]")).hasSize(2);
        reader.submit(form, Map.of("came", "r2", "others", "3"), "");

        assertThat(services.calls("POST /api/meetings/m1/attendance").getFirst().body())
                .contains("\"attended\":[\"r2\"]", "\"absent\":[\"r1\"]");
        assertThat(services.calls("POST /api/meetings/m1/hold").getFirst().body())
                .isEqualTo("{\"attendance\":4}");
    }

    @Test
    void marksNothingAsHeldBeforeItsDay() {
        PortalPages.Page page = reader.submit(reader.get(M1 + "/afholdt"), Map.of(), "");

        assertThat(page.text()).contains("først markeres som afholdt på selve dagen");
        assertThat(services.changes()).isEmpty();
    }

    @Test
    void showsMailsAndSendsAFailedOneAgain() {
        services.on(
                        "GET /api/mails",
                        items(
                                "{\"mailId\":\"a\",\"kind\":\"CONFIRMED\",\"state\":\"SENT\",\"attempts\":1,\"sentAt\":\"2026-11-20T08:15:00Z\"}",
                                "{\"mailId\":\"b\",\"kind\":\"WAITLISTED\",\"state\":\"FAILED\",\"reason\":\"ADDRESS_REFUSED\",\"attempts\":3}"))
                .on("POST /api/mails/b/retry", "{}");

        PortalPages.Page page = reader.get(M1 + "/mails");
        assertThat(page.text()).contains("Bekræftelse Sendt", "20.11.2026 kl. 9.15", "Adressen findes ikke");
        reader.submit(page, Map.of(), "");

        assertThat(services.calls("POST /api/mails/b/retry")).hasSize(1);
    }

    @Test
    void staysUsefulWhileOtherServicesAreAway() {
        services.on("GET /api/meetings/m1/registrations", 503, "{}").on("GET /api/availability", 503, "{}");

        assertThat(reader.get(M1).text()).contains("Deltagerne kan ikke vises lige nu", "Ret oplysninger");
        services.on("GET /api/availability", items(availability("m1", 1, 0)));
    }
}
