package dk.astra.web;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Makes the clients through which a service calls its neighbours. */
public final class Neighbours {

    private static final String REGISTRATION = "sign-in";

    private final RestClient.Builder builder;
    private final WebSettings web;
    private final SignInSettings signIn;
    private final CircuitBreakerRegistry breakers;

    Neighbours(RestClient.Builder builder, WebSettings web, SignInSettings signIn, CircuitBreakerRegistry breakers) {
        this.builder = builder;
        this.web = web;
        this.signIn = signIn;
        this.breakers = breakers;
    }

    /** A client with time limits and without a token. */
    public RestClient open(String baseUrl) {
        return timeLimited().baseUrl(baseUrl).build();
    }

    /** A client that presents this service's own token, scope {@code internal}. */
    public RestClient trusted(String baseUrl) {
        OAuth2ClientHttpRequestInterceptor token = new OAuth2ClientHttpRequestInterceptor(tokens());
        token.setClientRegistrationIdResolver(request -> REGISTRATION);
        token.setPrincipalResolver(
                request -> new org.springframework.security.authentication.AnonymousAuthenticationToken(
                        "service",
                        "service",
                        org.springframework.security.core.authority.AuthorityUtils.createAuthorityList("SERVICE")));
        return timeLimited().baseUrl(baseUrl).requestInterceptor(token).build();
    }

    /**
     * The circuit breaker of one neighbour: opens when half of the last 20 calls failed, tries again after two
     * seconds. A 4xx answer is an answer, not a failure.
     */
    public Breaker breaker(String neighbour) {
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(2))
                .permittedNumberOfCallsInHalfOpenState(3)
                .ignoreException(e -> e instanceof HttpClientErrorException)
                .build();
        return new Breaker(breakers.circuitBreaker(neighbour, config));
    }

    /** Runs a call unless the neighbour is known to be away. */
    public static final class Breaker {

        private final CircuitBreaker breaker;

        private Breaker(CircuitBreaker breaker) {
            this.breaker = breaker;
        }

        /** @throws NeighbourUnavailable when the call failed otherwise than by a 4xx answer */
        public <T extends @org.jspecify.annotations.Nullable Object> T call(Supplier<T> call) {
            try {
                return breaker.executeSupplier(call);
            } catch (HttpClientErrorException e) {
                HttpStatusCode status = e.getStatusCode();
                if (status.value() == 429) {
                    throw new NeighbourUnavailable(breaker.getName(), e);
                }
                throw e;
            } catch (CallNotPermittedException
                    | org.springframework.web.client.RestClientException
                    | org.springframework.security.oauth2.core.OAuth2AuthorizationException e) {
                throw new NeighbourUnavailable(breaker.getName(), e);
            }
        }
    }

    private RestClient.Builder timeLimited() {
        return builder.clone().requestFactory(requests());
    }

    private ClientHttpRequestFactory requests() {
        HttpClientSettings settings = HttpClientSettings.defaults()
                .withConnectTimeout(web.connectTimeout())
                .withReadTimeout(web.readTimeout());
        return ClientHttpRequestFactoryBuilder.jdk().build(settings);
    }

    private OAuth2AuthorizedClientManager tokens() {
        ClientRegistration registration = ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(signIn.clientId())
                .clientSecret(signIn.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope("internal")
                .tokenUri(signIn.tokenUriOrDefault())
                .build();
        InMemoryClientRegistrationRepository registrations = new InMemoryClientRegistrationRepository(registration);
        AuthorizedClientServiceOAuth2AuthorizedClientManager manager =
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                        registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials(grant -> grant.accessTokenResponseClient(tokenRequests()))
                .build());
        return manager;
    }

    /** Spring Security's own has no time limit: a frozen sign-in provider would hold the caller for good. */
    private RestClientClientCredentialsTokenResponseClient tokenRequests() {
        RestClientClientCredentialsTokenResponseClient tokenRequests =
                new RestClientClientCredentialsTokenResponseClient();
        tokenRequests.setRestClient(RestClient.builder()
                .requestFactory(requests())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokenRequests;
    }
}
