package dk.astra.contracts.meetings;

import dk.astra.contracts.LocalizedText;
import java.util.Objects;

/**
 * One of the answers to choose from.
 *
 * @param id a slug, unique in the question; what is stored of an answer
 */
public record QuestionOption(String id, LocalizedText label) {

    public QuestionOption {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
    }
}
