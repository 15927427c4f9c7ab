package dk.astra.registration.registration;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the person told us of themselves: the only place where it is stored, and what an erasure removes (P7).
 *
 * @param language {@code da} or {@code en}
 * @param answers by question id, as {@link CheckedAnswers} says
 */
public record Contact(
        String name,
        String email,
        @Nullable String title,
        @Nullable String institutionName,
        String language,
        Map<String, String> answers,
        @Nullable String comment) {

    Contact with(Map<String, String> checkedAnswers) {
        return new Contact(name, email, title, institutionName, language, checkedAnswers, comment);
    }
}
