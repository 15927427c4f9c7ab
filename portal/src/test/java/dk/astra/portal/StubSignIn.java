package dk.astra.portal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** A sign-in provider that asks nothing: whoever comes is a member of staff with the roles of this moment. */
final class StubSignIn {

    private final HttpServer server;
    private final RSAKey key;
    private volatile List<String> roles = List.of("ADMINISTRATOR");
    private volatile String nonce = "";

    StubSignIn(int port) {
        try {
            key = new RSAKeyGenerator(2048).keyID("stub").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/oauth2/authorize", this::authorize);
        server.createContext("/oauth2/token", exchange -> answer(exchange, token()));
        server.createContext("/oauth2/jwks", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void signsIn(String... these) {
        roles = List.of(these);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> asked = new HashMap<>();
            for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
                int equals = pair.indexOf('=');
                asked.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
            nonce = asked.getOrDefault("nonce", "");
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            asked.get("redirect_uri") + "?code=stub&state="
                                    + java.net.URLEncoder.encode(
                                            asked.getOrDefault("state", ""), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(302, -1);
        }
    }

    private String token() {
        return "{\"access_token\":\"staff-token\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"scope\":\"openid\","
                + "\"id_token\":\"" + idToken() + "\"}";
    }

    private String idToken() {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("stub").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(issuer())
                            .subject("medarbejder")
                            .audience("portal")
                            .claim("nonce", nonce)
                            .claim("roles", roles)
                            .issueTime(Date.from(Instant.now()))
                            .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                            .build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
