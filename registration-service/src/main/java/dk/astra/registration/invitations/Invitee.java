package dk.astra.registration.invitations;

import org.jspecify.annotations.Nullable;

/**
 * Who is invited, as the organiser wrote it: what an erasure removes (P7).
 *
 * @param language {@code da} or {@code en}
 */
public record Invitee(
        String name,
        String email,
        @Nullable String title,
        @Nullable String institutionName,
        String language) {}
