package dk.astra.registration.needs;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody told us, and agreed that we use.
 *
 * @param dietText what the codes do not say
 * @param access help to be able to take part
 */
public record GivenNeeds(
        Set<Diet> diet, @Nullable String dietText, @Nullable String access) {

    public static final GivenNeeds NONE = new GivenNeeds(Set.of(), null, null);

    public GivenNeeds {
        diet = diet == null || diet.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(diet));
    }

    public boolean isNothing() {
        return !hasDiet() && access == null;
    }

    public boolean hasDiet() {
        return !diet.isEmpty() || dietText != null;
    }
}
