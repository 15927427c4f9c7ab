package dk.astra.registration.registration.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a participant corrects; what is absent stays as it is. */
record ChangeRequest(
        @Nullable String name,
        @Nullable String title,
        @Nullable String institutionNumber,
        @Nullable String institutionName,
        @Nullable String municipalityCode,
        @Nullable Role role,
        @Nullable String language,
        @Nullable Map<String, @Nullable String> answers,
        @Nullable String comment,
        @Nullable NeedsRequest needs) {}
