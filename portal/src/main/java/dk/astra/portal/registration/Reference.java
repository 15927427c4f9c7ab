package dk.astra.portal.registration;

import dk.astra.portal.calls.Items;
import dk.astra.portal.calls.ServiceCalls;
import dk.astra.web.NeighbourUnavailable;
import java.text.Collator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Municipalities and institutions to choose from. */
@Component
public class Reference {

    private static final ParameterizedTypeReference<Items<Municipality>> MUNICIPALITIES =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Items<Institution>> INSTITUTIONS =
            new ParameterizedTypeReference<>() {};
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int MOST_FOUND = 20;
    private static final int MOST_REMEMBERED = 2_000;
    /** No school has a longer name; what is longer is not asked for. */
    static final int LONGEST_SEARCH = 160;

    private final ServiceCalls registrationCalls;
    private final Clock clock;
    private final Map<String, Institution> remembered = Collections.synchronizedMap(new Recent<>(MOST_REMEMBERED));
    private volatile Known known = new Known(List.of(), Instant.EPOCH);

    Reference(ServiceCalls registrationCalls, Clock clock) {
        this.registrationCalls = registrationCalls;
        this.clock = clock;
    }

    private record Known(List<Municipality> municipalities, Instant since) {}

    /** In Danish order; the last known ones while registration-service is away, empty when none are known. */
    public List<Municipality> municipalities() {
        Known current = known;
        if (!current.municipalities().isEmpty() && current.since().plus(FRESH).isAfter(clock.instant())) {
            return current.municipalities();
        }
        try {
            Collator danish = Collator.getInstance(Locale.of("da", "DK"));
            List<Municipality> read = registrationCalls
                    .openly(client -> client.get()
                            .uri("/api/municipalities?limit=200")
                            .retrieve()
                            .body(MUNICIPALITIES))
                    .list()
                    .stream()
                    .sorted(Comparator.comparing(Municipality::name, danish))
                    .toList();
            known = new Known(read, clock.instant());
            return read;
        } catch (NeighbourUnavailable | HttpClientErrorException away) {
            return current.municipalities();
        }
    }

    /** The name of a municipality, or its code while the name is not known; nobody is asked for a name we have. */
    public String municipality(String code) {
        return name(known.municipalities(), code)
                .or(() -> name(municipalities(), code))
                .orElse(code);
    }

    private static Optional<String> name(List<Municipality> municipalities, String code) {
        return municipalities.stream()
                .filter(municipality -> municipality.code().equals(code))
                .map(Municipality::name)
                .findFirst();
    }

    /** As a search found it; by its number where none did. */
    public Institution institution(String number) {
        Institution seen = remembered.get(number);
        return seen == null ? new Institution(number, number, null, null) : seen;
    }

    /** At most twenty that fit the words; none while registration-service is away. */
    public List<Institution> institutions(String words) {
        return institutions(words, () -> {});
    }

    /** @param away what to do where nobody could be asked: none found would be untrue */
    public List<Institution> institutions(String words, Runnable away) {
        try {
            return search(words);
        } catch (NeighbourUnavailable | HttpClientErrorException missing) {
            away.run();
            return List.of();
        }
    }

    /** The same; where there is no answer this fails. */
    List<Institution> search(String words) {
        if (words.isBlank() || words.length() > LONGEST_SEARCH) {
            return List.of();
        }
        List<Institution> found = registrationCalls
                .openly(client -> client.get()
                        .uri("/api/institutions?q={q}&limit={limit}", words, MOST_FOUND)
                        .retrieve()
                        .body(INSTITUTIONS))
                .list();
        found.forEach(institution -> remembered.put(institution.number(), institution));
        return found;
    }
}
