package dk.astra.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Idempotency-Key}: the same key and request is answered with the first result, the same key with
 * another request is refused.
 *
 * @param value hash of the key and of the operation it came with; safe to store
 * @param fingerprint hash of the request's content
 */
public record IdempotencyKey(String value, String fingerprint) {

    public static final String HEADER = "Idempotency-Key";
    private static final int MAX_LENGTH = 128;

    /**
     * @param header as received; null where there was none
     * @param operation what was asked for, for example {@code POST /api/registrations}
     * @param content everything that makes the request what it is, in a stable form
     * @return null without a header
     * @throws InvalidFields when the key is empty or longer than 128 characters
     */
    public static @Nullable IdempotencyKey of(@Nullable String header, String operation, String content) {
        if (header == null) {
            return null;
        }
        if (header.isBlank() || header.length() > MAX_LENGTH) {
            throw new InvalidFields(HEADER, "idempotency-key");
        }
        return new IdempotencyKey(sha256(operation + '\n' + header), sha256(content));
    }

    /** @throws IdempotencyKeyReused unless the stored fingerprint is this request's */
    public void requireSame(@Nullable String storedFingerprint) {
        if (!fingerprint.equals(storedFingerprint)) {
            throw new IdempotencyKeyReused();
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
