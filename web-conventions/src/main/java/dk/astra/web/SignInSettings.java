package dk.astra.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sign-in provider, prefix {@code tilmelding.signin}.
 *
 * @param issuer OpenID Connect issuer whose tokens are accepted ({@code TILMELDING_SIGNIN_ISSUER})
 * @param tokenUri where a service gets its own token; default {@code <issuer>/oauth2/token}
 * @param clientId this service at the provider ({@code TILMELDING_SIGNIN_CLIENT_ID})
 * @param clientSecret ({@code TILMELDING_SIGNIN_CLIENT_SECRET})
 */
@ConfigurationProperties("tilmelding.signin")
public record SignInSettings(
        @DefaultValue("http://localhost:9000") String issuer,
        @Nullable String tokenUri,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret) {

    public String tokenUriOrDefault() {
        return tokenUri == null ? issuer + "/oauth2/token" : tokenUri;
    }
}
