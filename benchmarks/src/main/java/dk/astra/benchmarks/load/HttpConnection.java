package dk.astra.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One person's connection, kept alive. A socket and a parser of a few lines: on two cores every cycle of the load is
 * taken from what it loads, and a full HTTP client costs as much as the service.
 */
public final class HttpConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;

    private final int port;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    public HttpConnection(int port) {
        this.port = port;
    }

    /** Sends a whole request and reads the whole answer; a broken connection is an answer too. */
    public Reply exchange(byte[] request) {
        try {
            Socket open = socket == null ? connect() : socket;
            open.getOutputStream().write(request);
            return read();
        } catch (IOException broken) {
            close();
            return Reply.BROKEN;
        }
    }

    private Socket connect() throws IOException {
        Socket fresh = new Socket();
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(TIMEOUT_MILLIS);
        fresh.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
        in = new BufferedInputStream(fresh.getInputStream(), 4096);
        socket = fresh;
        return fresh;
    }

    private Reply read() throws IOException {
        String statusLine = line();
        int status = Integer.parseInt(statusLine.substring(9, 12));
        int length = 0;
        int retryAfter = -1;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String name = header.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = header.substring(colon + 1).strip();
            switch (name) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "retry-after" -> retryAfter = Integer.parseInt(value);
                case "connection" -> last = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        byte[] body = chunked ? chunks() : in.readNBytes(length);
        if (last) {
            close();
        }
        return new Reply(status, retryAfter, body);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            whole.write(in.readNBytes(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException ignored) {
            // it is gone either way
        }
        socket = null;
    }

    /** A whole request with a JSON body; further headers as whole lines. */
    public static byte[] post(String path, String json, String... headers) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = head("POST", path, headers)
                .append("Content-Type: application/json\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n\r\n")
                .toString()
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    public static byte[] get(String path, String... headers) {
        return head("GET", path, headers).append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static StringBuilder head(String method, String path, String... headers) {
        StringBuilder head = new StringBuilder(256)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head;
    }
}
