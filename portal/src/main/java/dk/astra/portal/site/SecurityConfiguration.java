package dk.astra.portal.site;

import dk.astra.web.SignInSettings;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;

/** Who may open which page, and what every answer tells the browser (P9). */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String NOTHING_FOREIGN = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; "
            + "frame-ancestors 'none'; ";

    /** Staff pages: signed in, with a role, and every change with a token against forged requests. */
    @Bean
    @Order(1)
    SecurityFilterChain staff(
            HttpSecurity http, ClientRegistrationRepository clients, SignInSettings signIn, LocaleResolver languages) {
        http.securityMatcher("/intern", "/intern/**", "/oauth2/**", "/login/**", "/logout")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/intern/arrangementer/**")
                        .hasAnyRole("ORGANISER", "ADMINISTRATOR")
                        .requestMatchers("/intern/plan/**", "/intern/tal/**")
                        .hasAnyRole("MANAGER", "ADMINISTRATOR")
                        .anyRequest()
                        .hasAnyRole("ORGANISER", "MANAGER", "ADMINISTRATOR"))
                .oauth2Login(login -> login.loginPage("/oauth2/authorization/astra")
                        .failureHandler((request, response, failure) -> response.sendRedirect("/log-ind-fejlede"))
                        .defaultSuccessUrl("/intern")
                        .authorizationEndpoint(endpoint ->
                                endpoint.authorizationRequestResolver(inReadersLanguage(clients, languages)))
                        .userInfoEndpoint(user -> user.userAuthoritiesMapper(SecurityConfiguration::roles)))
                .logout(logout -> logout.logoutSuccessHandler(signedOut(clients)))
                .headers(headers -> secure(headers, "form-action 'self' " + origin(signIn.issuer()))
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")));
        return http.build();
    }

    /**
     * Everybody's pages. Nobody is signed in here by a cookie, so there is nothing that a forged request could use,
     * and a participant gets no session.
     */
    @Bean
    @Order(2)
    SecurityFilterChain everybody(HttpSecurity http) {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**", "/actuator/prometheus", "/actuator/info")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .requestMatchers(HttpMethod.TRACE)
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .headers(headers -> secure(headers, "form-action 'self'"));
        return http.build();
    }

    private static HeadersConfigurer<HttpSecurity> secure(HeadersConfigurer<HttpSecurity> headers, String formAction) {
        return headers.contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING_FOREIGN + formAction))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(policy -> policy.policy(
                        org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                .CrossOriginOpenerPolicy.SAME_ORIGIN));
    }

    /** The sign-in page goes on in the language that the reader chose here. */
    private static OAuth2AuthorizationRequestResolver inReadersLanguage(
            ClientRegistrationRepository clients, LocaleResolver languages) {
        DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(clients);
        resolver.setAuthorizationRequestCustomizer(request -> {
            if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web) {
                String language = languages.resolveLocale(web.getRequest()).getLanguage();
                request.additionalParameters(parameters -> parameters.put("ui_locales", language));
            }
        });
        return resolver;
    }

    private static OidcClientInitiatedLogoutSuccessHandler signedOut(ClientRegistrationRepository clients) {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(clients);
        handler.setPostLogoutRedirectUri("{baseUrl}/");
        return handler;
    }

    /** The claim {@code roles} of the ID token, or of the user info where the provider puts it there. */
    private static Collection<? extends GrantedAuthority> roles(Collection<? extends GrantedAuthority> given) {
        Set<GrantedAuthority> roles = new HashSet<>();
        for (GrantedAuthority authority : given) {
            if (authority instanceof OidcUserAuthority user) {
                add(roles, user.getIdToken().getClaimAsStringList("roles"));
                if (user.getUserInfo() != null) {
                    add(roles, user.getUserInfo().getClaimAsStringList("roles"));
                }
            }
        }
        return roles;
    }

    private static void add(Set<GrantedAuthority> roles, @Nullable List<String> names) {
        if (names != null) {
            names.forEach(name -> roles.add(new SimpleGrantedAuthority("ROLE_" + name)));
        }
    }

    private static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
