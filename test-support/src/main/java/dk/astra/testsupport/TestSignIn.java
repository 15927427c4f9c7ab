package dk.astra.testsupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * An OpenID Connect provider inside the test's JVM: discovery, keys, and tokens for client credentials. It
 * hands out any role to anybody who asks, so that a test states who calls in one line.
 */
public final class TestSignIn {

    private static final OnFirstUse<TestSignIn> CURRENT = new OnFirstUse<>(TestSignIn::new);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys;
    private final HttpServer server;

    private TestSignIn() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/", exchange -> answer(exchange, discovery()));
        server.createContext("/oauth2/jwks", exchange -> answer(exchange, Map.of("keys", List.of(publicKey()))));
        server.createContext("/oauth2/token", exchange -> answer(exchange, tokenResponse()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** The one of this JVM. */
    public static TestSignIn current() {
        return CURRENT.get();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A bearer token of a member of staff, for example {@code token("ORGANISER")}. */
    public String token(String... roles) {
        return signed(Map.of("sub", "test-staff", "roles", Arrays.asList(roles)), Duration.ofHours(1));
    }

    /** A bearer token of another service: scope {@code internal}. */
    public String internalToken() {
        return signed(
                Map.of("sub", "test-service", "scope", List.of("internal"), "roles", List.of()), Duration.ofHours(1));
    }

    /** A token that was good an hour ago. */
    public String expiredToken(String... roles) {
        return signed(Map.of("sub", "test-staff", "roles", Arrays.asList(roles)), Duration.ofHours(-1));
    }

    /** What an Authorization header holds. */
    public static String bearer(String token) {
        return "Bearer " + token;
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/oauth2/authorize",
                "token_endpoint", issuer() + "/oauth2/token",
                "jwks_uri", issuer() + "/oauth2/jwks",
                "userinfo_endpoint", issuer() + "/userinfo",
                "response_types_supported", List.of("code"),
                "grant_types_supported", List.of("authorization_code", "client_credentials"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
    }

    private Map<String, Object> publicKey() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "kty", "RSA",
                "use", "sig",
                "alg", "RS256",
                "kid", "test",
                "n", BASE64.encodeToString(unsigned(key.getModulus())),
                "e", BASE64.encodeToString(unsigned(key.getPublicExponent())));
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private Map<String, Object> tokenResponse() {
        return Map.of("access_token", internalToken(), "token_type", "Bearer", "expires_in", 3600, "scope", "internal");
    }

    private String signed(Map<String, Object> claims, Duration validity) {
        Instant now = Instant.now();
        Map<String, Object> all = new LinkedHashMap<>(claims);
        all.put("iss", issuer());
        all.put("aud", List.of("tilmelding"));
        all.put("iat", now.minusSeconds(7200).getEpochSecond());
        all.put("exp", now.plus(validity).getEpochSecond());
        String head = part(Map.of("alg", "RS256", "typ", "JWT", "kid", "test")) + "." + part(all);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(head.getBytes(StandardCharsets.US_ASCII));
            return head + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Map<String, Object> content) {
        return BASE64.encodeToString(Json.MAPPER.writeValueAsBytes(content));
    }

    private static void answer(HttpExchange exchange, Map<String, Object> body) throws IOException {
        byte[] bytes = Json.MAPPER.writeValueAsBytes(body);
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
