package dk.astra.localstack.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code signups.json}: what an invented person sends to take part in a meeting.
 *
 * @param meeting key of the meeting in {@code meetings.json}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignUp(
        String meeting,
        String name,
        String email,
        @Nullable String title,
        @Nullable String institutionNumber,
        @Nullable String institutionName,
        @Nullable String municipalityCode,
        String role,
        String language,
        String channel,
        @Nullable String campaign,
        @Nullable Map<String, String> answers,
        @Nullable String comment) {}
