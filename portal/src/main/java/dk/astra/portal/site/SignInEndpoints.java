package dk.astra.portal.site;

import dk.astra.web.SignInSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the sign-in provider's parts are, prefix {@code tilmelding.signin}; stated and not discovered, so that the
 * portal starts while the provider is away. What is not stated follows the issuer as Spring Authorization Server has
 * it.
 *
 * @param authorizationUri page where staff sign in ({@code TILMELDING_SIGNIN_AUTHORIZATION_URI})
 * @param jwksUri the provider's public keys ({@code TILMELDING_SIGNIN_JWKS_URI})
 * @param userinfoUri only where the roles are not in the ID token ({@code TILMELDING_SIGNIN_USERINFO_URI})
 * @param logoutUri ({@code TILMELDING_SIGNIN_LOGOUT_URI})
 */
@ConfigurationProperties("tilmelding.signin")
record SignInEndpoints(
        @Nullable String authorizationUri,
        @Nullable String jwksUri,
        @Nullable String userinfoUri,
        @Nullable String logoutUri) {

    String authorization(SignInSettings settings) {
        return authorizationUri == null ? settings.issuer() + "/oauth2/authorize" : authorizationUri;
    }

    String jwks(SignInSettings settings) {
        return jwksUri == null ? settings.issuer() + "/oauth2/jwks" : jwksUri;
    }

    String logout(SignInSettings settings) {
        return logoutUri == null ? settings.issuer() + "/connect/logout" : logoutUri;
    }
}
