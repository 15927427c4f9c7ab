package dk.astra.contracts.meetings;

import java.util.Objects;
import java.util.Set;

/**
 * Asked only of those who gave one of these answers to an earlier question.
 *
 * @param question id of an earlier question of the meeting
 * @param isOneOf ids of its options, or {@code YES} and {@code NO}; of several chosen options one is enough
 */
public record QuestionCondition(String question, Set<String> isOneOf) {

    public QuestionCondition {
        Objects.requireNonNull(question, "question");
        isOneOf = isOneOf == null ? Set.of() : Set.copyOf(isOneOf);
    }
}
