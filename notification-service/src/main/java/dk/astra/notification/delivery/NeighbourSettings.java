package dk.astra.notification.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the neighbours are, prefix {@code tilmelding}.
 *
 * @param registrationUrl registration-service ({@code TILMELDING_REGISTRATION_URL})
 */
@ConfigurationProperties("tilmelding")
public record NeighbourSettings(
        @DefaultValue("http://localhost:8081") String registrationUrl) {}
