package dk.astra.portal.site;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.ObservationFilter;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class SiteConfiguration implements WebMvcConfigurer {

    private final ChosenLanguage language;

    SiteConfiguration(ChosenLanguage language) {
        this.language = language;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // a page in another site's frame says its language in each address, and sets no cookie there
        registry.addInterceptor(language).excludePathPatterns(WidgetSecurityConfiguration.PATHS);
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    /** A personal link is a key; a trace must not hand it on (P9). */
    @Bean
    static ObservationFilter personalLinksStayOutOfTraces() {
        return context -> {
            if (context instanceof ServerRequestObservationContext request && request.getCarrier() != null) {
                String path = request.getCarrier().getRequestURI();
                SiteAttributes.PERSONAL.stream()
                        .filter(path::startsWith)
                        .forEach(secret -> request.addHighCardinalityKeyValue(KeyValue.of("http.url", secret + "…")));
            }
            return context;
        };
    }
}
