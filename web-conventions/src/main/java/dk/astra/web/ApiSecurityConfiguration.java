package dk.astra.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;

/** Sign-in of an API: a bearer token, roles from its claim {@code roles}, no session (P9). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(AccessRules.class)
class ApiSecurityConfiguration {

    @Bean
    SecurityFilterChain api(HttpSecurity http, List<AccessRules> rules, JwtDecoder decoder, ProblemResponses problems) {
        http.csrf(AbstractHttpConfigurer::disable)
                // of a browser's session; an API has none
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers("/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**", "/error")
                            .permitAll();
                    requests.requestMatchers("/internal/**").hasAuthority("SCOPE_internal");
                    rules.forEach(rule -> rule.apply(requests));
                    requests.anyRequest().denyAll();
                })
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(authorities()))
                                .authenticationEntryPoint(problems::unauthorised)
                                .accessDeniedHandler(problems::forbidden))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(problems::unauthorised)
                        .accessDeniedHandler(problems::forbidden));
        return http.build();
    }

    @Bean
    static RoleHierarchy roleHierarchy() {
        return RoleHierarchyImpl.fromHierarchy(
                "ROLE_ADMINISTRATOR > ROLE_ORGANISER\nROLE_ADMINISTRATOR > ROLE_MANAGER");
    }

    /** Asks the provider for its keys at the first token, so that a service starts without it. */
    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(SignInSettings settings) {
        return new SupplierJwtDecoder(() -> JwtDecoders.fromIssuerLocation(settings.issuer()));
    }

    private static JwtAuthenticationConverter authorities() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(ApiSecurityConfiguration::authoritiesOf);
        return converter;
    }

    private static Collection<GrantedAuthority> authoritiesOf(Jwt token) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        List<String> roles = token.getClaimAsStringList("roles");
        if (roles != null) {
            roles.forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
        }
        Object scope = token.getClaim("scope");
        List<String> scopes =
                scope instanceof String text ? List.of(text.split(" ")) : token.getClaimAsStringList("scope");
        if (scopes != null) {
            scopes.forEach(name -> authorities.add(new SimpleGrantedAuthority("SCOPE_" + name)));
        }
        return authorities;
    }
}
