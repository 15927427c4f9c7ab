package dk.astra.event;

import dk.astra.web.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what: everybody reads, organisers write. */
@Configuration(proxyBeanMethods = false)
class WhoMay {

    @Bean
    AccessRules meetingAccess() {
        return requests -> {
            for (HttpMethod read : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD}) {
                requests.requestMatchers(read, "/api/meetings", "/api/meetings/*", "/api/series/*")
                        .permitAll();
            }
            requests.requestMatchers("/api/meetings/**", "/api/series/**").hasRole("ORGANISER");
        };
    }
}
