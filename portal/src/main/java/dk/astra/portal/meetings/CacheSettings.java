package dk.astra.portal.meetings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long everybody's pages use an answer about meetings and seats, prefix {@code portal.meetings}.
 *
 * @param fresh a service is asked the same at most once in this time; zero asks it for every page and keeps nothing
 *     ({@code PORTAL_MEETINGS_FRESH})
 * @param kept how old an answer may be that is shown while its service is away ({@code PORTAL_MEETINGS_KEPT})
 */
@ConfigurationProperties("portal.meetings")
record CacheSettings(
        @DefaultValue("3s") Duration fresh,
        @DefaultValue("12h") Duration kept) {

    CacheSettings {
        if (fresh.isNegative() || kept.compareTo(fresh) < 0) {
            throw new IllegalArgumentException("portal.meetings: what is fresh must also be kept");
        }
    }

    boolean isOff() {
        return fresh.isZero();
    }
}
