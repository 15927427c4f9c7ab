package dk.astra.localstack.signin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the provider keeps its keys and for whom it signs.
 *
 * @param issuer the address the tokens name, also the provider's own
 * @param data folder of credentials and signing key
 * @param portalUrl base of the web site that people are sent back to
 * @param tokenLife how long an access token is good; a working day, for the provider forgets sessions when it stops
 */
@ConfigurationProperties("sign-in")
record SignInProperties(
        URI issuer,
        Path data,
        URI portalUrl,
        @DefaultValue("8h") Duration tokenLife) {}
