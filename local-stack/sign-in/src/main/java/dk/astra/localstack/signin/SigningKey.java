package dk.astra.localstack.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** The key that signs tokens, kept in {@code signing-key.json} so that tokens outlive a restart. */
final class SigningKey {

    private SigningKey() {}

    static JWKSet loadOrCreate(Path data) throws IOException {
        Path file = data.resolve("signing-key.json");
        try {
            if (Files.exists(file)) {
                return new JWKSet(RSAKey.parse(Files.readString(file)));
            }
            RSAKey key = new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
            PrivateFile.write(file, key.toJSONString());
            return new JWKSet(key);
        } catch (ParseException e) {
            throw new UnusableFile(
                    "The file " + file.toAbsolutePath()
                            + " is damaged. Delete it: a new key is made at the next start, and everybody signs in again.",
                    e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
