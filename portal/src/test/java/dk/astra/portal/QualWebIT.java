package dk.astra.portal;

import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.asking;
import static dk.astra.portal.Samples.availability;
import static dk.astra.portal.Samples.group;
import static dk.astra.portal.Samples.groupPlace;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.meeting;
import static dk.astra.portal.Samples.mine;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * P11 by the regulator's own engine (QualWeb: ACT rules and WCAG techniques, levels A and AA), over every page and every
 * state of a sign-up: no failure of a rule. What it cannot tell is listed in {@code target/qualweb/warnings.md}, and why that is
 * no fault in docs/accessibility.md.
 *
 * <p>Each page is fetched as a browser without JavaScript gets it and laid before the engine with the portal's own
 * styles and scripts: Danish on a desk's width, English on a phone's.
 */
class QualWebIT extends WithStubs {

    private static final Path EVALUATE = Path.of("qualweb/evaluate.mjs");
    private static final Path RESULTS = Path.of("target/qualweb");
    private static final String FORM = "/arrangementer/m1/tilmelding";

    private static final List<String> OTHERWISE_MET = List.of("QW-WCAG-T2", "QW-WCAG-T3", "QW-WCAG-T24", "QW-WCAG-T28");

    private static final Map<String, String> BY_ADDRESS = new LinkedHashMap<>();

    static {
        BY_ADDRESS.put("list", "/");
        BY_ADDRESS.put("list-filtered", "/?network=EUD&q=energi");
        BY_ADDRESS.put("calendar", "/kalender?month=" + START.toString().substring(0, 7));
        BY_ADDRESS.put("meeting", "/arrangementer/m1");
        BY_ADDRESS.put("meeting-cancelled", "/arrangementer/m3");
        BY_ADDRESS.put("form", FORM);
        BY_ADDRESS.put("receipt-unknown", "/arrangementer/m1/kvittering");
        BY_ADDRESS.put("mine", "/min/" + TOKEN);
        BY_ADDRESS.put("mine-cancel", "/min/" + TOKEN + "/afmeld");
        BY_ADDRESS.put("mine-change", "/min/" + TOKEN + "/ret");
        BY_ADDRESS.put("mine-transfer", "/min/" + TOKEN + "/giv-videre");
        BY_ADDRESS.put("mine-move", "/min/" + TOKEN + "/skift?til=m2");
        BY_ADDRESS.put("mine-erase", "/min/" + TOKEN + "/slet");
        BY_ADDRESS.put("mine-unknown", "/min/kort");
        BY_ADDRESS.put("group-form", FORM + "/flere");
        BY_ADDRESS.put("group", "/gruppe/" + TOKEN);
        BY_ADDRESS.put("group-receipt", "/gruppe/" + TOKEN + "?ny");
        BY_ADDRESS.put("group-name", "/gruppe/" + TOKEN + "/pladser/2/navn");
        BY_ADDRESS.put("group-cancel", "/gruppe/" + TOKEN + "/pladser/1/afmeld");
        BY_ADDRESS.put("invitation", "/invitation/" + TOKEN);
        BY_ADDRESS.put("invitation-erase", "/invitation/" + TOKEN + "/slet");
        BY_ADDRESS.put("links", "/mine-links");
        BY_ADDRESS.put("accessibility", "/was");
        BY_ADDRESS.put("privacy", "/privatliv");
        BY_ADDRESS.put("cookies", "/cookies");
        BY_ADDRESS.put("not-found", "/findes-ikke");
        BY_ADDRESS.put("framed-list", "/indlejret/arrangementer");
        BY_ADDRESS.put("framed-meeting", "/indlejret/arrangementer/m1");
        BY_ADDRESS.put("framed-network", "/indlejret/arrangementer?network=EUD");
        BY_ADDRESS.put("framed-cancelled", "/indlejret/arrangementer/m3");
        BY_ADDRESS.put("framed-not-found", "/indlejret/arrangementer/findes-ikke");
        BY_ADDRESS.putAll(StaffSamples.BY_ADDRESS);
        BY_ADDRESS.put("by-invitation", "/arrangementer/m4/tilmelding");
    }

    private Path pages;

    @BeforeEach
    void aFolderForThePages() throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(Chromium.binary()),
                "no browser at " + Chromium.binary() + "; install chromium or say where it is with -Dchromium=");
        pages = Files.createTempDirectory("qualweb");
        everythingIsThere();
    }

    private void everythingIsThere() {
        signIn.signsIn("ADMINISTRATOR");
        StaffSamples.everythingIsThere(services);
        services.on("GET /api/meetings/m1", meeting("m1", "Temadag om energi", "SCHEDULED", START))
                .on(
                        "GET /api/meetings/m4",
                        meeting("m4", "Følgegruppe", "SCHEDULED", START)
                                .replace("\"capacity\":40", "\"capacity\":40,\"byInvitation\":true"))
                .on("GET /api/availability", items(availability("m1", 10, 0), availability("m2", 40, 3)))
                .on("GET /api/institutions", items("{\"number\":\"901185\",\"name\":\"Ozonsø Erhvervsskole\"}"))
                .on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on("GET /api/my-invitation", InvitationSamples.myInvitation("NONE", true, true))
                .on(
                        "GET /api/my-groups",
                        group(
                                groupPlace(1, "CONFIRMED", "Åse Prøve"),
                                groupPlace(2, "WAITLISTED", null),
                                groupPlace(3, "NOT_TAKEN", null)));
    }

    @Test
    void findsNothingOnAnyPage() throws Exception {
        int kept = 0;
        for (String language : new String[] {"da", "en"}) {
            everythingIsThere();
            String end = language.equals("da") ? "-da-1280" : "-en-320";
            BY_ADDRESS.forEach((name, path) ->
                    keep(name + end, reader.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language)));
            Map<String, PortalPages.Page> states = states(language);
            states.forEach((name, page) -> keep(name + end, page));
            kept += BY_ADDRESS.size() + states.size();
        }
        JsonNode found = evaluate("320,1280");

        assertThat(found.get("pages").asInt()).isEqualTo(kept);
        assertThat(found.get("passed").asInt()).as("what is right").isGreaterThan(1_000);
        writeCounts("warnings.md", found.get("warnings"));
        writeCounts("failures.md", found.get("failures"));
        assertThat(lines(found.get("failures")))
                .filteredOn(line -> !isOneTechniqueOfSeveral(line))
                .isEmpty();
    }

    /**
     * Techniques are ways to meet a criterion, and another one will do as well; why another one does here stands in
     * docs/accessibility.md. A rule (ACT) is never excused.
     */
    private static boolean isOneTechniqueOfSeveral(String line) {
        boolean skipLinkOfAFrame = line.startsWith("framed-") && line.contains("QW-WCAG-T23 ");
        return skipLinkOfAFrame || OTHERWISE_MET.stream().anyMatch(rule -> line.contains(": " + rule + " "));
    }

    /** Control: faults that the engine knows are found. */
    @Test
    void wouldFindAPageThatIsNotForEverybody() throws Exception {
        String html = reader.get("/was").response().body();
        Files.writeString(
                pages.resolve("control-da-1280.html"),
                html.replaceFirst("<h1", "<img src=\"/favicon.svg\"><input type=\"text\"><h1")
                        .replaceFirst("lang=\"da\"", "lang=\"qqq\""),
                StandardCharsets.UTF_8);

        List<String> failures = lines(evaluate("1280").get("failures"));

        assertThat(failures).hasSizeGreaterThanOrEqualTo(3);
        assertThat(String.join("\n", failures)).contains("bf051a", "23a2a8", "e086e5");
    }

    private Map<String, PortalPages.Page> states(String language) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("name", "Åse Prøve");
        answers.put("email", "aase@skole.example");
        answers.put("institutionQuery", "ozonsø");
        answers.put("institutionNumber", "901185");
        PortalPages.Page form = reader.get(FORM + "?lang=" + language);
        Map<String, PortalPages.Page> states = new LinkedHashMap<>();
        states.put("form-errors", reader.submit(form, Map.of(), "tjek"));
        states.put("form-school-found", reader.submit(form, answers, "find"));
        PortalPages.Page check = reader.submit(form, answers, "tjek");
        states.put("answers", check);
        services.on("POST /api/registrations", 409, "{\"detail\":\"Fristen er gået\"}");
        states.put("refused", reader.submit(check, Map.of(), "send"));
        services.on("POST /api/registrations", 503, "{}");
        states.put("away", reader.submit(check, Map.of(), "send"));
        services.on(
                "POST /api/registrations",
                201,
                "{\"registrationId\":\"r1\",\"meetingId\":\"m1\",\"status\":\"WAITLISTED\",\"seat\":null,\"placeInLine\":4,"
                        + "\"repeated\":false,\"link\":null}");
        states.put("receipt-line", reader.submit(check, Map.of(), "send"));
        states.put("links-errors", reader.submit(reader.get("/mine-links?lang=" + language), Map.of(), "send"));
        states.putAll(offers(language));
        states.putAll(questions(language));
        states.putAll(several(language));
        states.putAll(office(language));
        return states;
    }

    private Map<String, PortalPages.Page> offers(String language) {
        Map<String, PortalPages.Page> states = new LinkedHashMap<>();
        Map<String, String> mine = Map.of(
                "offer", OfferPagesTest.offered(false),
                "offer-confirm-mail", OfferPagesTest.offered(true),
                "offer-lapsed", OfferPagesTest.ended("OFFER_LAPSED"),
                "both-waiting", OfferPagesTest.waitingAtBoth(),
                "both-left", OfferPagesTest.ended("SEAT_AT_TWIN"));
        mine.forEach((name, registration) -> {
            services.on("GET /api/my-registrations", registration);
            states.put(name, reader.get("/min/" + TOKEN + "?lang=" + language));
        });
        services.on("GET /api/my-registrations", OfferPagesTest.offered(false));
        states.put("offer-decline", reader.get("/min/" + TOKEN + "/afmeld?lang=" + language));
        services.on("POST /api/my-registrations/accept", 409, "{\"detail\":\"Pladsen er ikke længere din\"}");
        states.put("offer-too-late", reader.post("/min/" + TOKEN + "/tag-imod?lang=" + language, Map.of()));
        services.on("GET /api/my-registrations", mine("WAITLISTED", true));
        PortalPages.Page change = reader.get("/min/" + TOKEN + "/ret?lang=" + language);
        services.on("GET /api/my-registrations", 503, "{}");
        states.put("mine-kept", reader.submit(change, Map.of(), "send"));
        services.on("GET /api/my-registrations", mine("WAITLISTED", true));
        states.put("both-confirm", reader.get("/min/" + TOKEN + "/begge?til=m2&lang=" + language));
        services.on("GET /api/my-registrations", mine("CONFIRMED", true));
        return states;
    }

    private Map<String, PortalPages.Page> questions(String language) {
        Map<String, PortalPages.Page> states = new LinkedHashMap<>();
        services.on("GET /api/meetings/m1", OfferPagesTest.offering(asking("m1")));
        PortalPages.Page form = reader.get(FORM + "?lang=" + language);
        states.put("form-questions", form);
        states.put("form-questions-errors", reader.submit(form, Map.of("diet", "OTHER"), "tjek"));
        states.put("mine-change-questions", reader.get("/min/" + TOKEN + "/ret?lang=" + language));
        services.on("GET /api/meetings/m1", meeting("m1", "Temadag om energi", "SCHEDULED", START));
        return states;
    }

    private Map<String, PortalPages.Page> several(String language) {
        Map<String, PortalPages.Page> states = new LinkedHashMap<>();
        PortalPages.Page form = reader.get(FORM + "/flere?lang=" + language);
        states.put("group-errors", reader.submit(form, Map.of("name-1", "Bo"), "tjek"));
        Map<String, String> answers = Map.of(
                "name",
                "Lea Leder",
                "email",
                "lea@skole.example",
                "municipalityCode",
                "0851",
                "unnamed",
                "2",
                "fit",
                "WAIT");
        PortalPages.Page check = reader.submit(form, answers, "tjek");
        states.put("group-answers", check);
        services.on("POST /api/groups", 503, "{}");
        states.put("group-away", reader.submit(check, Map.of(), "send"));
        return states;
    }

    private Map<String, PortalPages.Page> office(String language) {
        Map<String, PortalPages.Page> states = new LinkedHashMap<>();
        PortalPages.Page form = reader.get("/intern/arrangementer/nyt?lang=" + language);
        PortalPages.Page question = reader.press(form, "button[value=tilfoej]", Map.of());
        states.put("staff-schedule-question-errors", reader.press(question, "main button[value=schedule]", Map.of()));
        for (String path : List.of("/aflys", "/invitationer")) {
            PortalPages.Page page = reader.get(StaffSamples.M1 + path + "?lang=" + language);
            states.put(
                    "staff-errors-" + path.substring(1),
                    reader.press(page, "main form.staff-form button[type=submit]", Map.of()));
        }
        return states;
    }

    private void keep(String name, PortalPages.Page page) {
        try {
            Files.writeString(pages.resolve(name + ".html"), page.response().body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private JsonNode evaluate(String widths) throws Exception {
        Files.createDirectories(RESULTS);
        Path result = RESULTS.resolve("result-" + widths.replace(',', '-') + ".json");
        Files.deleteIfExists(result);
        Process node = new ProcessBuilder(
                        "node",
                        EVALUATE.toString(),
                        "http://localhost:" + port(),
                        pages.toString(),
                        result.toString(),
                        Chromium.binary().toString(),
                        widths)
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor(15, TimeUnit.MINUTES)).isTrue();
        assertThat(result).as(said).exists();
        return new JsonMapper().readTree(Files.readString(result));
    }

    private static List<String> lines(JsonNode found) {
        List<String> lines = new ArrayList<>();
        found.forEach(one -> lines.add("%s: %s (%s) %s: %s at %s"
                .formatted(
                        one.path("page").asString(""),
                        one.path("rule").asString(""),
                        one.path("mapping").asString(""),
                        one.path("name").asString(""),
                        one.path("says").asString(""),
                        one.path("where").asString(""))));
        return lines;
    }

    private static void writeCounts(String file, JsonNode found) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        found.forEach(one -> counts.merge(
                "| %s (%s) | %s | %s |"
                        .formatted(
                                one.path("rule").asString(""),
                                one.path("mapping").asString(""),
                                one.path("name").asString(""),
                                one.path("says").asString("")),
                1,
                Integer::sum));
        StringBuilder table = new StringBuilder("| rule | name | what it says | count |\n| --- | --- | --- | ---: |\n");
        counts.forEach(
                (line, count) -> table.append(line).append(' ').append(count).append(" |\n"));
        Files.writeString(RESULTS.resolve(file), table);
    }
}
