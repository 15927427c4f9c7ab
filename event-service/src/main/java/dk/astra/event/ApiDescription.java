package dk.astra.event;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.context.annotation.Configuration;

/** What stands at the top of the description at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "event-service",
                        version = "1",
                        description =
                                "Meetings and series: what can be signed up for. Everybody reads what is announced;"
                                        + " organisers write, with a bearer token whose roles hold ORGANISER. Every POST honours"
                                        + " Idempotency-Key: the same key and body is not carried out twice and is answered with"
                                        + " the meeting as it is now. Problems are RFC 9457 documents in Danish or, with"
                                        + " Accept-Language: en, in English."),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(name = "token", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
class ApiDescription {}
