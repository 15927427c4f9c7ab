package dk.astra.portal.meetings;

import dk.astra.contracts.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a meeting's own, as event-service answers it. The kind is kept as text: one that is newer than this page
 * is asked as a text.
 */
public record Question(
        String id,
        String kind,
        LocalizedText label,
        @Nullable LocalizedText hint,
        @Nullable Boolean required,
        List<Option> options,
        @Nullable Integer min,
        @Nullable Integer max,
        @Nullable Integer maxLength,
        @Nullable Condition condition) {

    public static final String CHOICE = "CHOICE";
    public static final String CHOICES = "CHOICES";
    public static final String NUMBER = "NUMBER";
    public static final String YES_NO = "YES_NO";
    public static final String TEXT = "TEXT";

    public Question {
        options = options == null ? List.of() : List.copyOf(options);
    }

    /** One of the answers to choose from. */
    public record Option(String id, LocalizedText label) {}

    /** Asked only of those who gave one of these answers to an earlier question. */
    public record Condition(String question, List<String> isOneOf) {

        public Condition {
            isOneOf = isOneOf == null ? List.of() : List.copyOf(isOneOf);
        }
    }

    public boolean isRequired() {
        return Boolean.TRUE.equals(required);
    }
}
