package dk.astra.registration.needs;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The needs of one registration's person: they belong to this person at this meeting, and end with either.
 *
 * @param registrationId whose; written before the registration is, so that nobody is registered without them
 * @param consentedAt when the person agreed that we use it
 * @param writtenAt when it was written under this registration
 */
@Document("needs")
public record KeptNeeds(
        @Id String registrationId,
        String meetingId,
        String personId,
        Set<Diet> diet,
        @Nullable String dietText,
        @Nullable String access,
        Instant consentedAt,
        Instant writtenAt) {

    /** From the end of the meeting until they are deleted, at the latest (domain.md 3.2). */
    public static final Duration KEPT_AFTER_THE_MEETING = Duration.ofDays(7);

    public KeptNeeds {
        diet = diet == null ? Set.of() : Set.copyOf(diet);
    }

    public static KeptNeeds of(
            String registrationId, String meetingId, String personId, GivenNeeds given, Instant now) {
        return new KeptNeeds(
                registrationId, meetingId, personId, given.diet(), given.dietText(), given.access(), now, now);
    }

    public GivenNeeds given() {
        return new GivenNeeds(diet, dietText, access);
    }
}
