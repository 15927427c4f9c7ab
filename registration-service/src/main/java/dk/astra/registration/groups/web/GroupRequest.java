package dk.astra.registration.groups.web;

import dk.astra.contracts.registrations.Channel;
import dk.astra.registration.groups.Fit;
import dk.astra.registration.groups.Rest;
import dk.astra.registration.registration.web.Role;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several sign-ups as they come in; {@link GroupChecks} tells what valid ones are. */
record GroupRequest(
        @Nullable String meetingId,
        @Nullable LeaderRequest leader,
        @Nullable List<@Nullable PersonRequest> people,
        @Nullable Fit fit,
        @Nullable Rest rest,
        @Nullable LocalDate nameBy,
        @Nullable Channel channel,
        @Nullable String campaign) {

    /** Who asks, with the place of work that all share. */
    record LeaderRequest(
            @Nullable String name,
            @Nullable String email,
            @Nullable String title,
            @Nullable String institutionNumber,
            @Nullable String institutionName,
            @Nullable String municipalityCode,
            @Nullable Role role,
            @Nullable String language) {}

    /** Without name and address: a place without a person. */
    record PersonRequest(
            @Nullable String name,
            @Nullable String email,
            @Nullable String title,
            @Nullable Role role,
            @Nullable String language) {

        boolean isUnnamed() {
            return isBlank(name) && isBlank(email);
        }

        private static boolean isBlank(@Nullable String text) {
            return text == null || text.isBlank();
        }
    }
}
