package dk.astra.event.meetings;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where registration-service is, prefix {@code tilmelding}.
 *
 * @param registrationUrl its address ({@code TILMELDING_REGISTRATION_URL})
 */
@Validated
@ConfigurationProperties("tilmelding")
record RegistrationSettings(
        @DefaultValue("http://localhost:8081") @NotNull URI registrationUrl) {}
