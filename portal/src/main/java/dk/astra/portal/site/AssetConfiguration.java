package dk.astra.portal.site;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves static files under the addresses of {@link Assets}: for a year, and compressed as the build left them. */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration implements WebMvcConfigurer {

    private static final String FILES = "classpath:/static/";
    private static final Duration YEAR = Duration.ofDays(365);

    private final Assets assets;

    AssetConfiguration(Assets assets) {
        this.assets = assets;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(Assets.PREFIX + assets.version() + "/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(bestFirst());
        registry.addResourceHandler(Assets.PREFIX + "*/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new OfAnyVersion());
    }

    /** As the build compressed them. What takes no Brotli gets gzip of the server, which would else be preferred. */
    private static EncodedResourceResolver bestFirst() {
        EncodedResourceResolver resolver = new EncodedResourceResolver();
        resolver.setContentCodings(List.of("br"));
        return resolver;
    }

    /** While a new version is rolled out, its pages may ask an instance of the old one for files, and the reverse. */
    private static final class OfAnyVersion extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            int end = path.indexOf('/');
            return end < 0 ? null : super.getResource(path.substring(end + 1), location);
        }
    }
}
