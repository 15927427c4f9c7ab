package dk.astra.portal.calls;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * What a service refused, and why (RFC 9457, docs/http-api.md).
 *
 * @param detail in the reader's language, as asked for
 * @param confirmed people who hold a seat, with {@code capacity-below-confirmed}
 */
public record Problem(
        @Nullable String type,
        @Nullable String title,
        @Nullable String detail,
        @Nullable List<FieldError> errors,
        @Nullable Integer confirmed) {

    /** What is wrong with one field, and what to do. */
    public record FieldError(
            @Nullable String field,
            @Nullable String code,
            @Nullable String message) {}

    public static Problem of(HttpClientErrorException refusal) {
        try {
            Problem problem = refusal.getResponseBodyAs(Problem.class);
            return problem == null ? empty() : problem;
        } catch (RestClientException | IllegalStateException unreadable) {
            return empty();
        }
    }

    private static Problem empty() {
        return new Problem(null, null, null, null, null);
    }

    /** The end of the type, for example {@code registration-closed}; empty when there was no problem document. */
    public String name() {
        return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
    }

    public List<FieldError> fields() {
        return errors == null ? List.of() : errors;
    }
}
