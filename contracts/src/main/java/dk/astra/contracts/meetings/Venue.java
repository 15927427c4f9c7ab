package dk.astra.contracts.meetings;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place.
 *
 * @param name what the house is called
 * @param street street and number
 * @param postalCode four digits
 * @param town written after the postal code
 * @param municipalityCode four digits with leading zero, where known
 */
public record Venue(
        String name,
        String street,
        String postalCode,
        String town,
        @Nullable String municipalityCode) {

    public Venue {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(street, "street");
        Objects.requireNonNull(postalCode, "postalCode");
        Objects.requireNonNull(town, "town");
    }
}
