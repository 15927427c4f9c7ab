package dk.astra.portal.calls;

import dk.astra.web.NeighbourUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The access token of the member of staff who is signed in, refreshed where it can be. */
@Component
public class StaffToken {

    /** The provider's name in the redirect address {@code /login/oauth2/code/astra}. */
    public static final String REGISTRATION = "astra";

    private final OAuth2AuthorizedClientManager clients;

    StaffToken(OAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    /** @throws ClientAuthorizationRequiredException which sends the reader to the sign-in page */
    public String value() {
        Authentication staff = SecurityContextHolder.getContext().getAuthentication();
        if (staff == null || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web)) {
            throw new InsufficientAuthenticationException("nobody is signed in");
        }
        OAuth2AuthorizeRequest.Builder request = OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
                .principal(staff)
                .attribute(HttpServletRequest.class.getName(), web.getRequest());
        HttpServletResponse response = web.getResponse();
        if (response != null) {
            request.attribute(HttpServletResponse.class.getName(), response);
        }
        OAuth2AuthorizedClient client;
        try {
            client = clients.authorize(request.build());
        } catch (ClientAuthorizationRequiredException e) {
            throw e;
        } catch (ClientAuthorizationException e) {
            if (OAuth2ErrorCodes.INVALID_GRANT.equals(e.getError().getErrorCode())) {
                throw new ClientAuthorizationRequiredException(REGISTRATION);
            }
            throw new NeighbourUnavailable("sign-in", e);
        }
        if (client == null) {
            throw new ClientAuthorizationRequiredException(REGISTRATION);
        }
        return client.getAccessToken().getTokenValue();
    }
}
