package dk.astra.localstack.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web side of the mail server: pages for people, JSON below {@code /api} for tests and drills. */
final class MailPages {

    private static final Logger log = LoggerFactory.getLogger(MailPages.class);
    private static final Pattern OWN_HOST = Pattern.compile("(localhost|127\\.0\\.0\\.1)(:\\d+)?");
    private static final Pattern MAIL_PATH = Pattern.compile("/mails/([0-9a-f]{14})(/html|/raw|/calendar)?");

    /** Only what the mail's own HTML needs: no script, no form, no picture fetched from elsewhere. */
    private static final String UNTRUSTED = "sandbox allow-popups allow-popups-to-escape-sandbox"
            + " allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private static final String TRUSTED =
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'";

    private final Mailbox mailbox;
    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final MailApi api;

    MailPages(int port, Mailbox mailbox, SmtpListener smtp) throws IOException {
        this.mailbox = mailbox;
        this.api = new MailApi(mailbox, smtp);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 128);
        } catch (IOException inUse) {
            throw new IOException(
                    "Port " + port + " is in use. Stop the program that holds it, or choose another with --web-port.",
                    inUse);
        }
        server.createContext("/", this::answer);
        server.setExecutor(requests);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
        requests.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = new Reply(exchange);
            String host = exchange.getRequestHeaders().getFirst("Host");
            if (host == null || !OWN_HOST.matcher(host).matches()) {
                // a foreign page that points its name at this machine must not read the mails
                reply.plain(421, "This server answers as localhost only.");
                return;
            }
            try {
                route(exchange, reply);
            } catch (IllegalArgumentException badInput) {
                reply.problem(400, badInput.getMessage() == null ? "Bad request" : badInput.getMessage());
            } catch (RuntimeException unexpected) {
                log.error("{} failed", exchange.getRequestURI().getPath(), unexpected);
                reply.problem(500, "This was not foreseen; see the log of the mail server.");
            }
        }
    }

    private void route(HttpExchange exchange, Reply reply) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/api/")) {
            api.answer(exchange, reply);
            return;
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            reply.plain(405, "GET only");
            return;
        }
        Query query = Query.of(exchange.getRequestURI());
        Words words = Words.of(query, exchange.getRequestHeaders().getFirst("Accept-Language"));
        Matcher mailPath = MAIL_PATH.matcher(path);
        if (path.equals("/")) {
            String to = query.get("to").orElse("");
            reply.html(200, new ListPage(words).render(to, mailbox.find(to, Instant.EPOCH)), TRUSTED);
        } else if (mailPath.matches()) {
            Optional<MailSummary> found = mailbox.find(mailPath.group(1));
            if (found.isEmpty()) {
                reply.html(404, new MailPage(words).renderMissing(), TRUSTED);
            } else {
                show(mailbox.read(found.get()), mailPath.group(2) == null ? "" : mailPath.group(2), words, reply);
            }
        } else {
            reply.plain(404, "Not found");
        }
    }

    private static void show(Mail mail, String part, Words words, Reply reply) throws IOException {
        switch (part) {
            case "/html" ->
                reply.html(
                        200,
                        "<!doctype html><base target=\"_top\">" + (mail.html() == null ? "" : mail.html()),
                        UNTRUSTED);
            case "/raw" -> reply.plain(200, mail.raw());
            case "/calendar" ->
                reply.send(
                        200,
                        "text/calendar; charset=utf-8",
                        (mail.calendar() == null ? "" : mail.calendar()).getBytes(StandardCharsets.UTF_8));
            default -> reply.html(200, new MailPage(words).render(mail), TRUSTED);
        }
    }
}
