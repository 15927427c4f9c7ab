package dk.astra.portal.plan;

import dk.astra.portal.calls.Items;
import dk.astra.portal.calls.ServiceCalls;
import dk.astra.web.IdempotencyKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** What reporting-service tells managers. */
@Component
class Reports {

    private static final ParameterizedTypeReference<Items<PlanLine>> PLANS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Items<FactLine>> FACTS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Map<String, Object>> ANY = new ParameterizedTypeReference<>() {};

    private final ServiceCalls reportingCalls;

    Reports(ServiceCalls reportingCalls) {
        this.reportingCalls = reportingCalls;
    }

    /** A plan that can be opened. */
    public record PlanLine(
            String planId,
            @Nullable Phrase title,
            @Nullable String from,
            @Nullable String to) {}

    /** A measure with the facts behind it. */
    public record Trail(Measure measure, List<FactLine> facts) {

        public Trail {
            facts = facts == null ? List.of() : List.copyOf(facts);
        }
    }

    List<PlanLine> plans() {
        return reportingCalls
                .asStaff(client -> client.get().uri("/api/plans").retrieve().body(PLANS))
                .list();
    }

    Plan plan(String planId) {
        return reportingCalls.asStaff(
                client -> client.get().uri("/api/plans/{id}", planId).retrieve().body(Plan.class));
    }

    Trail trail(String planId, String measureId) {
        return reportingCalls.asStaff(client -> client.get()
                .uri("/api/plans/{plan}/measures/{measure}/trail", planId, measureId)
                .retrieve()
                .body(Trail.class));
    }

    void addEvidence(String planId, String measureId, Map<String, Object> evidence, String key) {
        reportingCalls.asStaff(client -> client.post()
                .uri("/api/plans/{plan}/measures/{measure}/evidence", planId, measureId)
                .header(IdempotencyKey.HEADER, key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(evidence)
                .retrieve()
                .body(ANY));
    }

    void withdrawEvidence(String planId, String measureId, String evidenceId) {
        reportingCalls.asStaff(client -> client.delete()
                .uri("/api/plans/{plan}/measures/{measure}/evidence/{evidence}", planId, measureId, evidenceId)
                .retrieve()
                .toBodilessEntity());
    }

    Reach reach(@Nullable String from, @Nullable String to) {
        return get("/api/reach", query("from", from, "to", to), Reach.class);
    }

    private <T> T get(String path, Map<String, String> query, Class<T> type) {
        return reportingCalls.asStaff(client -> client.get()
                .uri(uri -> {
                    uri.path(path);
                    query.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
                    return uri.build(query);
                })
                .retrieve()
                .body(type));
    }

    Items<FactLine> facts(Map<String, String> query) {
        return reportingCalls.asStaff(client -> client.get()
                .uri(uri -> {
                    uri.path("/api/facts");
                    query.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
                    return uri.build(query);
                })
                .retrieve()
                .body(FACTS));
    }

    /** Names and values in turn; what has no value is left out. */
    static Map<String, String> query(@Nullable String... pairs) {
        Map<String, String> query = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            String name = pairs[i];
            String value = pairs[i + 1];
            if (name != null && value != null && !value.isBlank()) {
                query.put(name, value);
            }
        }
        return query;
    }
}
