package dk.astra.portal.staff;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the kitchen and the house need to know of those who come, without names.
 *
 * @param people how many told anything
 * @param diet how many per code
 */
public record Kitchen(
        int people,
        Map<String, Integer> diet,
        List<String> dietTexts,
        List<String> access,
        @Nullable String deletedAt) {

    public Kitchen {
        diet = diet == null ? Map.of() : diet;
        dietTexts = dietTexts == null ? List.of() : List.copyOf(dietTexts);
        access = access == null ? List.of() : List.copyOf(access);
    }
}
