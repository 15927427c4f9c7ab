package dk.astra.registration;

import dk.astra.web.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what (docs/http-api.md). */
@Configuration(proxyBeanMethods = false)
class RegistrationAccess {

    @Bean
    AccessRules registrationAccessRules() {
        return requests -> {
            requests.requestMatchers(HttpMethod.POST, "/api/registrations").permitAll();
            requests.requestMatchers(HttpMethod.POST, "/api/groups").permitAll();
            requests.requestMatchers(HttpMethod.GET, "/api/my-groups", "/api/my-groups/data")
                    .permitAll();
            requests.requestMatchers(
                            HttpMethod.POST,
                            "/api/my-groups/places/*/name",
                            "/api/my-groups/places/*/cancel",
                            "/api/my-groups/part",
                            "/api/my-groups/erase")
                    .permitAll();
            requests.requestMatchers("/api/my-registrations", "/api/my-registrations/data")
                    .permitAll();
            requests.requestMatchers(
                            HttpMethod.POST,
                            "/api/my-registrations/cancel",
                            "/api/my-registrations/move",
                            "/api/my-registrations/accept",
                            "/api/my-registrations/either",
                            "/api/my-registrations/transfer",
                            "/api/my-registrations/erase",
                            "/api/my-registrations/links")
                    .permitAll();
            requests.requestMatchers(
                            HttpMethod.GET,
                            "/api/availability",
                            "/api/meetings/*/availability",
                            "/api/municipalities",
                            "/api/institutions")
                    .permitAll();
            requests.requestMatchers(HttpMethod.GET, "/api/meetings/*/registrations", "/api/meetings/*/needs")
                    .hasRole("ORGANISER");
            requests.requestMatchers(HttpMethod.POST, "/api/registrations/*/cancel", "/api/meetings/*/attendance")
                    .hasRole("ORGANISER");
            requests.requestMatchers(HttpMethod.DELETE, "/api/people/*").hasRole("ADMINISTRATOR");
            requests.requestMatchers(HttpMethod.PUT, "/api/reference/*").hasRole("ADMINISTRATOR");
        };
    }
}
