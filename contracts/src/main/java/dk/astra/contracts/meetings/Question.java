package dk.astra.contracts.meetings;

import dk.astra.contracts.LocalizedText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question of the meeting's own, asked at sign-up.
 *
 * @param id a slug, unique in the meeting, kept while the question stays the same
 * @param required for those it is asked of
 * @param options exactly for CHOICE and CHOICES
 * @param min least number, inclusive, for NUMBER
 * @param max highest number, inclusive, for NUMBER
 * @param maxLength most characters, for TEXT
 * @param condition null where it is asked of everybody
 */
public record Question(
        String id,
        QuestionKind kind,
        LocalizedText label,
        @Nullable LocalizedText hint,
        boolean required,
        List<QuestionOption> options,
        @Nullable Integer min,
        @Nullable Integer max,
        @Nullable Integer maxLength,
        @Nullable QuestionCondition condition) {

    public Question {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        options = options == null ? List.of() : List.copyOf(options);
    }
}
