package dk.astra.portal.meetings;

import dk.astra.portal.calls.Items;
import dk.astra.portal.calls.ServiceCalls;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** The meetings of event-service, asked for each time; everybody's pages go through {@link KnownMeetings}. */
@Component
public class Meetings {

    private static final ParameterizedTypeReference<Items<Meeting>> PAGE = new ParameterizedTypeReference<>() {};
    /** As many as event-service gives, so that there is one call for hundreds. */
    private static final int AT_ONCE = 200;
    /** Guards against a cursor that never ends. */
    private static final int MOST_PAGES = 20;

    private final ServiceCalls eventCalls;

    Meetings(ServiceCalls eventCalls) {
        this.eventCalls = eventCalls;
    }

    /**
     * What was announced and starts on that day or later, by start.
     *
     * @param words that all occur; null for any
     */
    List<Meeting> announced(LocalDate from, @Nullable String words) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("status", "ALL");
        query.put("from", from.toString());
        with(query, "q", words);
        return all(false, query);
    }

    /** Everything that was ever published, by start. */
    public List<Meeting> published() {
        return all(false, Map.of("status", "ALL", "from", "0001-01-01"));
    }

    /** As staff: what nobody else sees yet. */
    public List<Meeting> drafts() {
        return all(true, Map.of("status", "DRAFT", "from", "0001-01-01"));
    }

    public Optional<Meeting> find(String id) {
        return find(id, eventCalls::openly);
    }

    /** As staff: a draft too. */
    public Optional<Meeting> findAsStaff(String id) {
        return find(id, eventCalls::asStaff);
    }

    private static Optional<Meeting> find(String id, Function<Function<RestClient, @Nullable Meeting>, Meeting> calls) {
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(calls.apply(client ->
                    client.get().uri("/api/meetings/{id}", id).retrieve().body(Meeting.class)));
        } catch (HttpClientErrorException.NotFound | HttpClientErrorException.BadRequest unknown) {
            return Optional.empty();
        }
    }

    private List<Meeting> all(boolean asStaff, Map<String, String> query) {
        List<Meeting> found = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            Items<Meeting> items = page(asStaff, query, cursor);
            found.addAll(items.list());
            cursor = items.next();
            if (cursor == null) {
                break;
            }
        }
        return found;
    }

    private Items<Meeting> page(boolean asStaff, Map<String, String> query, @Nullable String cursor) {
        Map<String, String> all = new LinkedHashMap<>(query);
        with(all, "cursor", cursor);
        Function<RestClient, @Nullable Items<Meeting>> call = client -> client.get()
                .uri(uri -> {
                    uri.path("/api/meetings").queryParam("limit", AT_ONCE);
                    all.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
                    return uri.build(all);
                })
                .retrieve()
                .body(PAGE);
        return asStaff ? eventCalls.asStaff(call) : eventCalls.openly(call);
    }

    private static void with(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, value);
        }
    }
}
