package dk.astra.benchmarks.load;

import java.nio.charset.StandardCharsets;

/**
 * What came back.
 *
 * @param status of HTTP; 0 where the connection broke
 * @param retryAfter seconds a 429 or 503 asks for, else -1
 */
public record Reply(int status, int retryAfter, byte[] body) {

    static final Reply BROKEN = new Reply(0, -1, new byte[0]);

    public boolean isRight() {
        return status >= 200 && status < 300;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
