package dk.astra.registration.registration;

import dk.astra.contracts.Side;
import dk.astra.contracts.registrations.Channel;
import dk.astra.web.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/** A valid wish to take part, from whatever channel. */
public record Application(
        String meetingId,
        Contact contact,
        @Nullable String institutionNumber,
        @Nullable String municipalityCode,
        @Nullable Side side,
        @Nullable String role,
        Channel channel,
        @Nullable String campaign,
        @Nullable IdempotencyKey idempotencyKey) {}
