package dk.astra.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the HTTP interface, prefix {@code web}.
 *
 * @param concurrent requests in work at most ({@code WEB_CONCURRENT})
 * @param patience how long a request waits for its turn before it is answered 429 ({@code WEB_PATIENCE})
 * @param connectTimeout of calls to neighbours ({@code WEB_CONNECT_TIMEOUT})
 * @param readTimeout of calls to neighbours ({@code WEB_READ_TIMEOUT})
 */
@ConfigurationProperties("web")
public record WebSettings(
        @DefaultValue("128") int concurrent,
        @DefaultValue("500ms") Duration patience,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout) {}
