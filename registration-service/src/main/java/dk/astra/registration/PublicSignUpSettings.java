package dk.astra.registration;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one client from outside may sign people up through the API, prefix {@code tilmelding.public-sign-ups}.
 *
 * @param most within {@code per}; 0 is no limit ({@code TILMELDING_PUBLIC_SIGN_UPS_MOST})
 * @param per ({@code TILMELDING_PUBLIC_SIGN_UPS_PER})
 * @param inside networks of the house, where the portal and its neighbours are: not counted here ({@code
 *     TILMELDING_PUBLIC_SIGN_UPS_INSIDE})
 */
@ConfigurationProperties("tilmelding.public-sign-ups")
record PublicSignUpSettings(
        @DefaultValue("60") int most,
        @DefaultValue("1m") Duration per,

        @DefaultValue({"127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7"})
        List<String> inside) {}
