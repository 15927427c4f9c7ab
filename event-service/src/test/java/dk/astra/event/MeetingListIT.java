package dk.astra.event;

import static dk.astra.event.MeetingJson.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.event.EventApi.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What readers find, and what they do not. */
class MeetingListIT extends RunningService {

    private static final LocalDate MAY = MeetingJson.DAY;

    /** A word that only this test's meetings have. */
    private final String mine = "mærke" + UUID.randomUUID().toString().substring(0, 8);

    private String east = "";
    private String west = "";
    private String online = "";
    private String draft = "";

    @BeforeEach
    void prepare() {
        west = scheduled(meeting("Fælles dag i Aarhus")
                .on(MAY.plusDays(40))
                .with("side", "\"WEST\"")
                .with("venue.town", "\"Århus C\"")
                .with("agendaTags", "[\"STRATEGI\"]"));
        east = scheduled(meeting("Øvelser på Sorø Akademi").on(MAY));
        online = scheduled(meeting("Netmøde")
                .online()
                .with("type", "\"NATIONAL_NETWORK_MEETING\"")
                .with("network", "\"PRIMARY\"")
                .on(MAY.plusDays(1)));
        draft = api.post("/api/meetings", meeting("Kladde").on(MAY)).id();
    }

    private MeetingJson meeting(String title) {
        return aMeeting().withTitle(title + " " + mine);
    }

    private String scheduled(MeetingJson meeting) {
        return api.scheduled(meeting).id();
    }

    private List<String> list(String query) {
        return list(api.anonymous(), query);
    }

    private List<String> list(EventApi caller, String query) {
        Response found = caller.get("/api/meetings?limit=200&q=" + encoded(mine) + "&" + query);
        assertThat(found.status()).as(found.raw().body()).isEqualTo(200);
        return found.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<String> search(String words) {
        Response found = api.anonymous().get("/api/meetings?q=" + encoded(words + " " + mine));
        return found.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    @Test
    void listsByStartWithoutDrafts() {
        assertThat(list("")).containsExactly(east, online, west);
        assertThat(list("status=&side=&from=")).containsExactly(east, online, west);
    }

    @Test
    void filters() {
        assertThat(list("side=WEST")).containsExactly(west);
        assertThat(list("network=PRIMARY")).containsExactly(online);
        assertThat(list("format=PHYSICAL")).containsExactly(east, west);
        assertThat(list("month=" + MAY.toString().substring(0, 7))).containsExactly(east, online);
        assertThat(list("from=" + MAY.plusDays(1))).containsExactly(online, west);
        assertThat(list("side=EAST&network=PRIMARY")).isEmpty();
    }

    @Test
    void findsWordsHoweverTheyAreSpelt() {
        assertThat(search("aarhus")).containsExactly(west);
        assertThat(search("ÅRHUS faelles")).containsExactly(west);
        assertThat(search("soroe")).containsExactly(east);
        assertThat(search("Oevelser Sorø")).containsExactly(east);
        assertThat(search("strategi")).containsExactly(west);
        assertThat(search("theme")).containsExactly(east, online, west);
        assertThat(search("findesikke")).isEmpty();
    }

    @Test
    void showsDraftsToOrganisersOnly() {
        assertThat(list(api, "status=DRAFT")).containsExactly(draft);
        assertThat(list(api.as("ADMINISTRATOR"), "status=DRAFT")).containsExactly(draft);
        assertThat(api.anonymous().get("/api/meetings?status=DRAFT").status()).isEqualTo(401);
        assertThat(api.as("MANAGER").get("/api/meetings?status=DRAFT").status()).isEqualTo(403);
        assertThat(list(api, "status=ALL&from=0001-01-01")).containsExactly(east, online, west);
    }

    @Test
    void leavesOutWhatIsOverUnlessAsked() {
        api.post("/api/meetings/" + west + "/cancel", "{\"reason\": {\"da\": \"Sne\"}}");
        clock.moveTo(MAY.atTime(20, 0).atZone(ZoneId.of("Europe/Copenhagen")).toInstant());

        assertThat(list("")).containsExactly(online, west);
        assertThat(list("status=CANCELLED")).containsExactly(west);
        assertThat(list("status=SCHEDULED")).containsExactly(online);
        assertThat(list("status=SCHEDULED&from=0001-01-01")).containsExactly(east, online);

        api.post("/api/meetings/" + east + "/hold", "{\"attendance\": 3}");
        assertThat(list("status=HELD")).containsExactly(east);
        assertThat(list("status=ALL&from=0001-01-01")).containsExactly(east, online, west);
        assertThat(list("status=ALL")).containsExactly(online, west);
    }

    @Test
    void goesOnWhereThePartBeforeEnded() {
        List<String> found = new ArrayList<>();
        String next = "";
        int parts = 0;
        do {
            JsonNode part = api.anonymous()
                    .get("/api/meetings?limit=1&q=" + encoded(mine) + (next.isEmpty() ? "" : "&cursor=" + next))
                    .json();
            part.path("items").forEach(item -> found.add(item.path("id").asString()));
            next = part.path("next").asString("");
            parts++;
        } while (!next.isEmpty() && parts < 10);

        assertThat(found).containsExactly(east, online, west);
        assertThat(parts).isEqualTo(3);
    }

    @Test
    void saysWhatItCannotRead() {
        Response refused = api.anonymous()
                .get("/api/meetings?network=X&side=Y&format=Z&status=W&month=May&from=now&cursor=%20!&limit=0&q="
                        + "x".repeat(201));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors())
                .containsExactlyInAnyOrder(
                        "network:unknown-value",
                        "side:unknown-value",
                        "format:unknown-value",
                        "status:unknown-value",
                        "month:invalid-value",
                        "from:invalid-value",
                        "cursor:invalid-value",
                        "limit:not-between",
                        "q:too-long");
    }

    @Test
    void changesItsTagWithItsContent() {
        String path = "/api/meetings?q=" + encoded(mine);
        String tag = String.valueOf(api.anonymous().get(path).header("ETag"));

        assertThat(api.anonymous().with("If-None-Match", tag).get(path).status())
                .isEqualTo(304);
        api.post("/api/meetings/" + east + "/capacity", "{\"capacity\": 99}");
        assertThat(api.anonymous().with("If-None-Match", tag).get(path).status())
                .isEqualTo(200);
    }

    @Test
    void countsMeetingsByStatus() {
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            double drafts =
                    meters.get("meetings").tag("status", "DRAFT").gauge().value();
            double scheduled =
                    meters.get("meetings").tag("status", "SCHEDULED").gauge().value();
            assertThat(drafts).isGreaterThanOrEqualTo(1);
            assertThat(scheduled).isGreaterThanOrEqualTo(3);
        });
    }
}
