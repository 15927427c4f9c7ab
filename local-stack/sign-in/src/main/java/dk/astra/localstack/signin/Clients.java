package dk.astra.localstack.signin;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who may ask for tokens: the portal for people, the services for themselves, scripts in the name of a role. */
record Clients(SignInProperties properties, Credentials credentials) {

    static final String INTERNAL = "internal";

    List<RegisteredClient> all() {
        List<RegisteredClient> all = new ArrayList<>();
        all.add(portal());
        Credentials.SERVICES.forEach(
                name -> all.add(forItself(name).scope(INTERNAL).build()));
        for (Role role : Role.values()) {
            all.add(forItself(role.commandLineClient()).build());
        }
        return all;
    }

    private RegisteredClient portal() {
        RegisteredClient.Builder portal = withSecret(Credentials.PORTAL)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                // the portal also asks in its own name, for what it shows to everybody
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .scope(INTERNAL)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build());
        for (String base : basesOfPortal()) {
            portal.redirectUri(base + "/login/oauth2/code/astra");
            portal.postLogoutRedirectUri(base).postLogoutRedirectUri(base + "/");
        }
        return portal.build();
    }

    /** Browsers are sent to the name they came by. */
    private List<String> basesOfPortal() {
        String base = properties.portalUrl().toString().replaceAll("/+$", "");
        return base.startsWith("http://localhost:")
                ? List.of(base, base.replace("//localhost:", "//127.0.0.1:"))
                : List.of(base);
    }

    private RegisteredClient.Builder forItself(String name) {
        return withSecret(name).authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
    }

    private RegisteredClient.Builder withSecret(String name) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientSecret(credentials.secretOf(name))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(properties.tokenLife())
                        .build());
    }
}
