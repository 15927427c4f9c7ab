package dk.astra.registration.registration;

import dk.astra.contracts.Side;
import dk.astra.contracts.registrations.Channel;
import dk.astra.registration.needs.GivenNeeds;
import dk.astra.web.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/**
 * A wish to take part, from whatever channel; whether it answers what the meeting asks is seen when it is registered.
 *
 * @param needs null where none were given
 */
public record Application(
        String meetingId,
        Contact contact,
        @Nullable String institutionNumber,
        @Nullable String municipalityCode,
        @Nullable Side side,
        @Nullable String role,
        Channel channel,
        @Nullable String campaign,
        @Nullable IdempotencyKey idempotencyKey,
        @Nullable GivenNeeds needs) {

    Application with(Contact checked) {
        return new Application(
                meetingId,
                checked,
                institutionNumber,
                municipalityCode,
                side,
                role,
                channel,
                campaign,
                idempotencyKey,
                needs);
    }
}
