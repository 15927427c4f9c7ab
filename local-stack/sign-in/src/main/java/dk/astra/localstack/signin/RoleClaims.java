package dk.astra.localstack.signin;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Adds the claim {@code roles} to access and id tokens, and a name to show to the id token. */
final class RoleClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String ROLES = "roles";

    @Override
    public void customize(JwtEncodingContext context) {
        boolean clientItself = AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
        List<Role> roles = clientItself ? rolesOfClient(context) : rolesOfUser(context);
        context.getClaims().claim(ROLES, roles.stream().map(Role::name).toList());
        if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            context.getClaims().claim("preferred_username", principal(context).getName());
            roles.stream().findFirst().ifPresent(role -> context.getClaims().claim("name", role.displayName()));
        }
        if (clientItself
                && OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())
                && context.getAuthorizedScopes().isEmpty()
                && Credentials.SERVICES.contains(context.getRegisteredClient().getClientId())) {
            // RFC 6749 3.3: a request without scope gets the default one
            context.getClaims().claim("scope", List.of(Clients.INTERNAL));
        }
    }

    private static List<Role> rolesOfClient(JwtEncodingContext context) {
        String client = context.getRegisteredClient().getClientId();
        return Arrays.stream(Role.values())
                .filter(role -> role.commandLineClient().equals(client))
                .toList();
    }

    private static List<Role> rolesOfUser(JwtEncodingContext context) {
        List<String> granted = principal(context).getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        return Arrays.stream(Role.values())
                .filter(role -> granted.contains(role.name()))
                .toList();
    }

    private static Authentication principal(JwtEncodingContext context) {
        return Objects.requireNonNull(context.getPrincipal(), "a token without an owner");
    }
}
