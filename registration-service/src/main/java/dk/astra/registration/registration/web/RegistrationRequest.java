package dk.astra.registration.registration.web;

import dk.astra.contracts.registrations.Channel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sign-up as it comes in; {@link RequestChecks} tells what a valid one is. */
public record RegistrationRequest(
        @Nullable String meetingId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String title,
        @Nullable String institutionNumber,
        @Nullable String institutionName,
        @Nullable String municipalityCode,
        @Nullable Role role,
        @Nullable String language,
        @Nullable Channel channel,
        @Nullable String campaign,
        @Nullable Map<String, @Nullable String> answers,
        @Nullable String comment,
        @Nullable NeedsRequest needs) {}
