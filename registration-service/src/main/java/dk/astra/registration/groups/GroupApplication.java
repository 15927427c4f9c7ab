package dk.astra.registration.groups;

import dk.astra.registration.registration.Application;
import dk.astra.registration.registration.Contact;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A valid wish to sign several people up.
 *
 * @param leader who asks, with the place of work that all share; no wish to take part
 * @param people in the order of the list; an empty one is a place without a person
 * @param nameBy null for the usual date
 */
public record GroupApplication(
        Application leader,
        List<Person> people,
        Fit fit,
        Rest rest,
        @Nullable LocalDate nameBy) {

    /** @param contact null while nobody is named */
    public record Person(
            @Nullable Contact contact, @Nullable String role) {}
}
