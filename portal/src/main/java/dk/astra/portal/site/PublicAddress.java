package dk.astra.portal.site;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where readers find the portal, for links that are followed from elsewhere; prefix {@code portal.site}.
 *
 * @param address for example {@code https://tilmelding.astra.dk} ({@code TILMELDING_PORTAL_URL}); where it is empty,
 *     the address that the reader used
 */
@ConfigurationProperties("portal.site")
public record PublicAddress(@DefaultValue("") String address) {

    /** Without a slash at the end. */
    public String base() {
        String base = address.isBlank()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : address.strip();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
