package dk.astra.portal;

import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.mine;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.testsupport.ArchitectureRules;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** P9: no staff page without sign-in and role; no GET changes anything. */
class ClosedDoorsTest extends WithStubs {

    private static final List<String> EVERYBODYS = List.of(
            "/",
            "/arrangementer",
            "/arrangementer/m1",
            "/arrangementer/m1/tilmelding",
            "/arrangementer/m1/kvittering",
            "/arrangementer/m1/kalender.ics",
            "/arrangementer.atom",
            "/kalender",
            "/kalender.ics",
            "/min/" + TOKEN,
            "/min/" + TOKEN + "/afmeld",
            "/was",
            "/privatliv",
            "/cookies",
            "/log-ind-fejlede");

    private final RequestMappingHandlerMapping mappings;

    ClosedDoorsTest(@Autowired RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.mappings = requestMappingHandlerMapping;
    }

    private Set<String> paths(RequestMethod method) {
        Set<String> paths = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (mapping.getMethodsCondition().getMethods().contains(method)) {
                mapping.getPatternValues()
                        .forEach(pattern -> paths.add(pattern.replaceAll("\\{token}", TOKEN)
                                .replaceAll("\\{id}", "m1")
                                .replaceAll("\\{[^}]+}", "x1")));
            }
        });
        return paths;
    }

    private HttpResponse<String> raw(String method, String path) throws Exception {
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            return stranger.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void letsNoStrangerInAnywhereBelowIntern() throws Exception {
        Set<String> pages = paths(RequestMethod.GET);
        pages.removeIf(path -> !path.startsWith("/intern"));
        assertThat(pages).hasSizeGreaterThan(15);
        for (String page : pages) {
            HttpResponse<String> answer = raw("GET", page);
            assertThat(answer.statusCode()).as(page).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(page)
                    .endsWith("/oauth2/authorization/astra");
        }
        for (String change : paths(RequestMethod.POST)) {
            if (change.startsWith("/intern")) {
                assertThat(raw("POST", change).statusCode()).as(change).isIn(302, 403);
            }
        }
        assertThat(services.calls()).isEmpty();
    }

    @Test
    void opensEachPartForItsRolesOnly() {
        signIn.signsIn("MANAGER");
        assertThat(reader.get("/intern/arrangementer").status()).isEqualTo(403);
        PortalPages.Page refused = reader.get("/intern/arrangementer/nyt");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.h1()).isEqualTo("Du har ikke adgang til siden");

        PortalPages organiser = new PortalPages(port());
        signIn.signsIn("ORGANISER");
        assertThat(organiser.get("/intern/plan").status()).isEqualTo(403);
        assertThat(organiser.get("/intern/tal").status()).isEqualTo(403);

        PortalPages nobody = new PortalPages(port());
        signIn.signsIn();
        assertThat(nobody.get("/intern").status()).isEqualTo(403);
        assertThat(services.changes()).isEmpty();
    }

    @Test
    void refusesForgedChanges() {
        signIn.signsIn("ADMINISTRATOR");
        reader.get("/intern/arrangementer");

        assertThat(reader.post("/intern/arrangementer/m1/aflys", Map.of("reason.da", "Nej"))
                        .status())
                .isEqualTo(403);
        assertThat(services.changes()).isEmpty();
    }

    @Test
    void changesNothingByLooking() {
        signIn.signsIn("ADMINISTRATOR");
        services.on("GET /api/my-registrations", mine("CONFIRMED", true));
        for (String path : paths(RequestMethod.GET)) {
            reader.get(path);
        }
        assertThat(services.calls()).hasSizeGreaterThan(20);
        assertThat(services.changes()).isEmpty();
    }

    @Test
    void tellsTheBrowserToLoadNothingForeign() throws Exception {
        services.on("GET /api/my-registrations", mine("CONFIRMED", true));
        for (String path : EVERYBODYS) {
            HttpResponse<String> answer = raw("GET", path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "data:", "*");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).isPresent();
            assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    void hidesWhatIsNotForReaders() throws Exception {
        assertThat(raw("GET", "/actuator/env").statusCode()).isIn(401, 403, 404);
        assertThat(raw("GET", "/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(raw("GET", "/actuator/prometheus").body()).contains("http_server_requests");
    }

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.of("dk.astra.portal").withLayers().check();
    }
}
