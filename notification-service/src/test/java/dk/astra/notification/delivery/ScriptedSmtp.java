package dk.astra.notification.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server whose answer to each command a test decides: what a well-behaved server never says. */
final class ScriptedSmtp implements AutoCloseable {

    /** Closes the connection instead of answering. */
    static final String HANG_UP = "hang up";

    /** Never answers. */
    static final String SILENCE = "silence";

    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Socket> clients = new CopyOnWriteArrayList<>();

    ScriptedSmtp() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** @param command CONNECT, EHLO, AUTH, MAIL, RCPT, DATA, or {@code .} for the end of the content */
    ScriptedSmtp answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    void behave() {
        answers.clear();
    }

    /** The content of each mail that came in whole. */
    List<String> received() {
        return received;
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                clients.add(client);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = client.getOutputStream();
            if (!say(out, "CONNECT", "220 scripted ready")) {
                return;
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.split("[ :]")[0].toUpperCase();
                boolean on = switch (command) {
                    case "EHLO" -> say(out, "EHLO", "250-scripted\r\n250 AUTH PLAIN LOGIN");
                    case "AUTH" -> say(out, "AUTH", "235 welcome");
                    case "DATA" -> say(out, "DATA", "354 go on") && content(in, out);
                    case "QUIT" -> false;
                    default -> say(out, command, "250 fine");
                };
                if (!on) {
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            // the client went away
        }
    }

    private boolean content(BufferedReader in, OutputStream out) throws IOException, InterruptedException {
        if (answers.containsKey("DATA")) {
            return true;
        }
        StringBuilder content = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            content.append(line).append('\n');
        }
        received.add(content.toString());
        return say(out, ".", "250 taken");
    }

    private boolean say(OutputStream out, String command, String usual) throws IOException, InterruptedException {
        String answer = answers.getOrDefault(command, usual);
        if (answer.equals(SILENCE)) {
            closed.await();
            return false;
        }
        if (answer.equals(HANG_UP)) {
            return false;
        }
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return true;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
