package dk.astra.reporting.registrations;

import dk.astra.reporting.facts.RegistrationFigures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A registration as its facts told it.
 *
 * @param factId the fact that brought it into its status
 * @param attended what was recorded last; null while nothing was
 * @param attendedFactId the fact that told so
 * @param erased true once the person is erased; the count stays
 */
@Document("registrations")
public record KnownRegistration(
        @Id String registrationId,
        long version,
        String meetingId,
        Instant registeredAt,
        RegistrationFigures figures,
        String factId,
        @Nullable Boolean attended,
        @Nullable String attendedFactId,
        @Nullable Boolean erased,
        @Nullable String erasedFactId) {}
