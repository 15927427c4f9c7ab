package dk.astra.portal;

import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.mine;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the field asks that finds schools while one types, and what its choice does. */
class SchoolSearchTest extends WithStubs {

    private static final String OZONSO =
            "{\"number\":\"901185\",\"name\":\"Ozonsø Erhvervsskole\",\"type\":\"Erhvervsskole\",\"municipalityCode\":\"0851\"}";

    private static JsonNode json(PortalPages.Page page) {
        return new JsonMapper().readTree(page.response().body());
    }

    @Test
    void tellsNumberNameAndMunicipality() {
        services.on("GET /api/institutions", items(OZONSO, "{\"number\":\"901186\",\"name\":\"Uden kommune\"}"));

        PortalPages.Page page = reader.get("/institutioner?q=ozons%C3%B8");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("application/json");
        assertThat(page.header("Cache-Control")).contains("max-age=600");
        JsonNode first = json(page).get("items").get(0);
        assertThat(first.get("number").asString()).isEqualTo("901185");
        assertThat(first.get("name").asString()).isEqualTo("Ozonsø Erhvervsskole");
        assertThat(first.get("municipalityCode").asString()).isEqualTo("0851");
        assertThat(first.get("municipality").asString()).isEqualTo("Aalborg");
        assertThat(json(page).get("items").get(1).get("municipality").isNull()).isTrue();
        assertThat(json(page).get("more").asBoolean()).isFalse();
        assertThat(services.calls("GET /api/institutions").getLast().query()).startsWith("q=ozonsø&");
    }

    @Test
    void showsTenAndSaysThatThereAreMore() {
        services.on(
                "GET /api/institutions",
                items(IntStream.range(0, 12)
                        .mapToObj(number -> OZONSO.replace("901185", String.valueOf(901_200 + number)))
                        .toArray(String[]::new)));

        JsonNode answer = json(reader.get("/institutioner?q=skole"));

        assertThat(answer.get("items")).hasSize(10);
        assertThat(answer.get("more").asBoolean()).isTrue();
    }

    @Test
    void asksNobodyForNothingAndForWhatNoSchoolIsCalled() {
        for (String words : new String[] {"", "%20", "a".repeat(161)}) {
            PortalPages.Page page = reader.get("/institutioner?q=" + words);
            assertThat(page.status()).isEqualTo(200);
            assertThat(json(page).get("items")).isEmpty();
        }
        assertThat(reader.get("/institutioner").status()).isEqualTo(200);
        assertThat(services.calls("GET /api/institutions")).isEmpty();
    }

    /** The script then leaves the reader the search step and the text field. */
    @Test
    void saysWhenTheRegisterIsAway() {
        services.on("GET /api/institutions", 503, "{}");

        PortalPages.Page page = reader.get("/institutioner?q=ozons%C3%B8&lang=en");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Content-Type")).startsWith("application/problem+json");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Retry-After")).isNotEmpty();
        assertThat(json(page).get("type").asString()).endsWith("/unavailable");
        assertThat(json(page).get("title").asString()).isEqualTo("The system does not answer right now");
    }

    @Test
    void isNoWayAroundTheFormsOwnSearch() {
        PortalPages.Page form = reader.get("/arrangementer/m1/tilmelding");

        assertThat(form.document().select("button[name=step][value=find]")).hasSize(1);
        assertThat(form.document().select("[data-combobox=institutionQuery]")).hasSize(1);
        assertThat(form.document().select("script[src*=combobox]")).hasSize(1);
        assertThat(form.text()).contains("Kan du ikke finde din skole?");
    }

    @Test
    void changesTheSchoolOfARegistrationByItsNumber() {
        services.on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on("PATCH /api/my-registrations", mine("CONFIRMED", true));
        Map<String, String> chosen = new LinkedHashMap<>();
        chosen.put("institutionName", "Ozonsø Erhvervsskole");
        chosen.put("institutionNumber", "901185");

        reader.submit(reader.get("/min/" + TOKEN + "/ret"), chosen, "");

        assertThat(services.calls("PATCH /api/my-registrations").getLast().body())
                .contains("\"institutionNumber\":\"901185\"")
                .doesNotContain("institutionName", "municipalityCode");
    }

    @Test
    void keepsTheChoiceWhenTheChangeIsRefused() {
        services.on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on(
                        "PATCH /api/my-registrations",
                        400,
                        "{\"errors\":[{\"field\":\"name\",\"message\":\"Skriv navnet\"}]}");
        PortalPages.Page form = reader.get("/min/" + TOKEN + "/ret");
        assertThat(form.document().select("input[name=institutionNumber]")).isEmpty();

        PortalPages.Page again = reader.submit(form, Map.of("institutionNumber", "901185"), "");

        assertThat(again.document().select("input[name=institutionNumber]").val())
                .isEqualTo("901185");
    }
}
