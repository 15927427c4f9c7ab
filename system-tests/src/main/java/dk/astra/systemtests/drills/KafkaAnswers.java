package dk.astra.systemtests.drills;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers of a Kafka broker one by one and replaces its address in them: a host is followed by its port, in every
 * version of every answer that has one, so 13 bytes are replaced by 13 others.
 */
final class KafkaAnswers {

    private static final int LARGEST = 128 << 20;

    private final byte[] told;
    private final byte[] instead;

    KafkaAnswers(int port, int insteadOfIt) {
        this.told = address(port);
        this.instead = address(insteadOfIt);
    }

    private static byte[] address(int port) {
        byte[] host = "127.0.0.1".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(host.length + Integer.BYTES)
                .put(host)
                .putInt(port)
                .array();
    }

    /** The next answer with its length before it; null at the end. */
    byte @Nullable [] next(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        int length;
        try {
            length = data.readInt();
        } catch (EOFException end) {
            return null;
        }
        if (length < 0 || length > LARGEST) {
            throw new IOException("not an answer of a broker");
        }
        byte[] answer = new byte[Integer.BYTES + length];
        ByteBuffer.wrap(answer).putInt(length);
        data.readFully(answer, Integer.BYTES, length);
        replace(answer);
        return answer;
    }

    private void replace(byte[] answer) {
        for (int at = 0; at + told.length <= answer.length; at++) {
            int same = 0;
            while (same < told.length && answer[at + same] == told[same]) {
                same++;
            }
            if (same == told.length) {
                System.arraycopy(instead, 0, answer, at, instead.length);
                at += told.length - 1;
            }
        }
    }
}
