package dk.astra.portal.registration;

import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpClientErrorException;

/**
 * The register for the field that finds a school while its name is being typed ({@code combobox.js}). Without it the
 * form's own search step finds the same.
 */
@RestController
class SchoolSearch {

    /** More are no list to choose from. */
    private static final int MOST = 10;

    /** Instead of a meeting: what is pressed here is counted apart from the buttons of a form. */
    private static final String COUNTED_AS = "institutioner";

    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Reference reference;
    private final SignUpLimit limit;
    private final Wording wording;

    SchoolSearch(Reference reference, SignUpLimit limit, Wording wording) {
        this.reference = reference;
        this.limit = limit;
        this.wording = wording;
    }

    /** @param municipality its name; null where the school has none or it is not known */
    record School(
            String number,
            String name,
            @Nullable String municipalityCode,
            @Nullable String municipality) {}

    /** @param more whether further ones fit */
    record Schools(List<School> items, boolean more) {}

    /** @param q a part of the name */
    @GetMapping("/institutioner")
    ResponseEntity<Object> find(@RequestParam(defaultValue = "") String q, HttpServletRequest request) {
        Duration wait = limit.claim(request.getRemoteAddr(), COUNTED_AS, Step.FIND);
        if (wait.isPositive()) {
            return problem(HttpStatus.TOO_MANY_REQUESTS, "too-busy", Delay.limited(wait));
        }
        try {
            List<Institution> found = reference.search(q.strip());
            Schools schools =
                    new Schools(found.stream().limit(MOST).map(this::school).toList(), found.size() > MOST);
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.maxAge(FRESH))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(schools);
        } catch (NeighbourUnavailable away) {
            return problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", Delay.of(away));
        } catch (HttpClientErrorException refused) {
            return problem(HttpStatus.BAD_REQUEST, "invalid-fields", Delay.chosen());
        }
    }

    private School school(Institution institution) {
        String code = institution.municipalityCode();
        String name = code == null ? null : reference.municipality(code);
        return new School(
                institution.number(), institution.name(), code, name == null || name.equals(code) ? null : name);
    }

    private ResponseEntity<Object> problem(HttpStatus status, String name, Delay delay) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("https://tilmelding.astra.dk/problems/" + name));
        problem.setTitle(wording.say("problem." + name + ".title"));
        problem.setDetail(wording.say("problem." + name + ".detail"));
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(delay.seconds()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
