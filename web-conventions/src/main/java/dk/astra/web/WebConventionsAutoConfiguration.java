package dk.astra.web;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** What a service gets by having this module on its class path. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration"
        })
@EnableConfigurationProperties({WebSettings.class, SignInSettings.class})
@Import({ApiSecurityConfiguration.class, ProblemAdvice.class})
class WebConventionsAutoConfiguration {

    /** Danish unless the reader asks for English; the portal remembers a choice instead. */
    @Bean
    @ConditionalOnMissingBean(name = "localeResolver")
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.of("da"), Locale.ENGLISH));
        resolver.setDefaultLocale(Locale.of("da"));
        return resolver;
    }

    @Bean
    ProblemResponses problemResponses(MessageSource messages, LocaleResolver locales, JsonMapper json) {
        return new ProblemResponses(messages, locales, json);
    }

    @Bean
    @ConditionalOnMissingBean
    TooBusy tooBusy(ProblemResponses problems) {
        return problems::tooBusy;
    }

    @Bean
    FilterRegistrationBean<ConcurrencyLimit> concurrencyLimit(WebSettings settings, TooBusy busy) {
        FilterRegistrationBean<ConcurrencyLimit> filter =
                new FilterRegistrationBean<>(new ConcurrencyLimit(settings.concurrent(), settings.patience(), busy));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    /** A timer and a span for every filter of every request cost more than all the rest of a request (docs/performance.md). */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    Neighbours neighbours(
            RestClient.Builder builder, WebSettings web, SignInSettings signIn, CircuitBreakerRegistry breakers) {
        return new Neighbours(builder, web, signIn, breakers);
    }
}
