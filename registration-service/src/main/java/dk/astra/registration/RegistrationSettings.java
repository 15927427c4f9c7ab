package dk.astra.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of this service, prefix {@code tilmelding}.
 *
 * @param secret at least 256 bits as hex; keys of persons and personal links are derived from it ({@code
 *     TILMELDING_SECRET})
 * @param portalUrl public base of personal links ({@code TILMELDING_PORTAL_URL})
 * @param meetingCache how long a known meeting is remembered between two reads ({@code TILMELDING_MEETING_CACHE})
 */
@Validated
@ConfigurationProperties("tilmelding")
public record RegistrationSettings(
        @NotBlank @Pattern(regexp = "[0-9a-fA-F]{64,}", message = "needs at least 64 hexadecimal digits")
        String secret,

        @DefaultValue("http://localhost:8080") String portalUrl,
        @DefaultValue("1s") Duration meetingCache) {}
