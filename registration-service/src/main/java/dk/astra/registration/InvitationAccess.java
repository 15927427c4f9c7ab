package dk.astra.registration;

import dk.astra.web.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what of invitations (docs/http-api.md). */
@Configuration(proxyBeanMethods = false)
class InvitationAccess {

    @Bean
    AccessRules invitationAccessRules() {
        return requests -> {
            requests.requestMatchers("/api/meetings/*/invitations", "/api/meetings/*/invitations/summary")
                    .hasRole("ORGANISER");
            requests.requestMatchers(HttpMethod.POST, "/api/invitations/*/withdraw", "/api/invitations/*/remind")
                    .hasRole("ORGANISER");
            requests.requestMatchers(HttpMethod.GET, "/api/my-invitation", "/api/my-invitation/data")
                    .permitAll();
            requests.requestMatchers(HttpMethod.POST, "/api/my-invitation/answer", "/api/my-invitation/erase")
                    .permitAll();
        };
    }
}
