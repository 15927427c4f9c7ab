package dk.astra.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TestSignInTest {

    @Test
    void signsTokensThatItsPublishedKeyVerifies() throws Exception {
        TestSignIn signIn = TestSignIn.current();
        JsonNode discovery = Json.get(URI.create(signIn.issuer() + "/.well-known/openid-configuration"));
        JsonNode key = Json.get(URI.create(discovery.path("jwks_uri").asString()))
                .path("keys")
                .path(0);
        String[] parts = signIn.token("ORGANISER").split("\\.");

        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
        verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();

        JsonNode claims = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("roles").path(0).asString()).isEqualTo("ORGANISER");
        assertThat(claims.path("iss").asString()).isEqualTo(signIn.issuer());
    }

    private static BigInteger number(JsonNode key, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(field).asString()));
    }
}
