package dk.astra.localstack.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MailIT {

    private static final Pattern READY = Pattern.compile("READY port=(\\d+) web-port=(\\d+)");

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;
    private int port;
    private int webPort;

    @BeforeEach
    void start() throws IOException {
        launch("0", "0");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> READY.matcher(said()).find());
        Matcher ready = READY.matcher(said());
        assertThat(ready.find()).isTrue();
        port = Integer.parseInt(ready.group(1));
        webPort = Integer.parseInt(ready.group(2));
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Test
    void showsAMailWithAllItsParts() throws Exception {
        send("åse@skole.example", "Du har fået en plads: Øst på Ærø", 1);

        JsonNode mail = only(mails(""));

        assertThat(mail.get("to").get(0).asString()).isEqualTo("åse@skole.example");
        assertThat(mail.get("subject").asString()).isEqualTo("Du har fået en plads: Øst på Ærø");
        assertThat(mail.get("messageId").asString()).isEqualTo("<1@tilmelding.example>");
        assertThat(mail.get("text").asString()).contains("Kære Åse").contains("http://localhost:8080/min/abc");
        assertThat(mail.get("html").asString()).contains("<p>Kære Åse</p>");
        assertThat(mail.get("calendar").asString()).contains("METHOD:REQUEST");
        assertThat(Instant.parse(mail.get("receivedAt").asString())).isBefore(Instant.now());
    }

    @Test
    void pageEscapesWhatTheMailSays() throws Exception {
        send("a@skole.example", "<script>alert(1)</script>", 1);
        String id = only(mails("")).get("id").asString();

        String list = get("/").body();
        assertThat(list).contains("&lt;script&gt;").doesNotContain("<script");
        String page = get("/mails/" + id).body();
        assertThat(page)
                .contains("<a href=\"http://localhost:8080/min/abc\">http://localhost:8080/min/abc</a>.")
                .contains("sandbox=")
                .contains("METHOD:REQUEST")
                .doesNotContain("<script");
        HttpResponse<String> html = get("/mails/" + id + "/html");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox")
                .contains("default-src 'none'");
    }

    @Test
    void pageSpeaksDanishAndEnglish() throws Exception {
        assertThat(get("/").body()).contains("<html lang=\"da\">").contains("Ingen mails");
        assertThat(get("/?lang=en").body()).contains("<html lang=\"en\">").contains("No mails");
        assertThat(http.send(
                                request("/")
                                        .header("Accept-Language", "en-GB,da;q=0.5")
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("<html lang=\"en\">");
        assertThat(get("/mails/00000000000000").statusCode()).isEqualTo(404);
    }

    @Test
    void findsByRecipientAndTimeNewestFirst() throws Exception {
        send("a@skole.example", "first", 1);
        send("b@skole.example", "second", 2);
        String secondAt = mails("").get(0).get("receivedAt").asString();
        send("a@skole.example", "third", 3);

        assertThat(mails("?to=A@skole"))
                .extracting(mail -> mail.get("subject").asString())
                .containsExactly("third", "first");
        assertThat(mails("?since=" + secondAt)).hasSize(2);
        assertThat(get("/api/mails?since=yesterday").statusCode()).isEqualTo(400);
        assertThat(get("/?to=b@skole").body()).contains("second").doesNotContain("third");
    }

    @Test
    void keepsMailsOverKillAndRestart() throws Exception {
        for (int i = 1; i <= 20; i++) {
            send("a@skole.example", "mail " + i, i);
        }
        JsonNode before = mails("");
        stop();
        start();
        assertThat(mails("")).isEqualTo(before).hasSize(20);
        send("a@skole.example", "later", 21);
        assertThat(mails("").get(0).get("subject").asString()).isEqualTo("later");
    }

    @Test
    void forgetsWhenAskedTo() throws Exception {
        send("a@skole.example", "x", 1);
        assertThat(http.send(request("/api/mails").DELETE().build(), HttpResponse.BodyHandlers.ofString())
                        .body())
                .isEqualTo("{\"removed\":1}");
        assertThat(mails("")).isEmpty();
        try (var files = Files.list(folder.resolve("mail/mails"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void refusesForeignHostNamesAndForms() throws Exception {
        // a name that foreign pages can point at this machine; the JDK's client would not let us send it
        try (var socket = new Socket("127.0.0.1", webPort)) {
            socket.getOutputStream().write("GET /api/mails HTTP/1.1\r\nHost: evil.example\r\n\r\n".getBytes());
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine())
                    .contains(" 421 ");
        }
        HttpRequest form = request("/api/faults")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"mode\":\"down\"}"))
                .build();
        assertThat(http.send(form, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(415);
        send("a@skole.example", "still listens", 1);
    }

    @Test
    void takesTwoHundredMailsASecond() throws Exception {
        int threads = 8;
        int each = 100;
        long begin = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (int thread = 0; thread < threads; thread++) {
                int first = thread * each;
                pool.submit(() -> {
                    Session session = session();
                    try (Transport transport = session.getTransport("smtp")) {
                        transport.connect();
                        for (int i = 0; i < each; i++) {
                            MimeMessage message = message(session, "a@skole.example", "m", first + i);
                            transport.sendMessage(message, message.getAllRecipients());
                        }
                    }
                    return null;
                });
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("mail: %d mails in %.2f s, %.0f/s%n", threads * each, seconds, threads * each / seconds);
        assertThat(mails("?parts=false")).hasSize(threads * each);
        assertThat(threads * each / seconds).isGreaterThan(200);
    }

    @Nested
    class WhenItMisbehaves {

        @Test
        void defersWith4xx() throws Exception {
            fault("{\"mode\":\"defer\"}");
            assertThatThrownBy(() -> send("a@skole.example", "x", 1))
                    .isInstanceOf(SendFailedException.class)
                    .hasStackTraceContaining("451 4.7.1");
            fault("{\"mode\":\"none\"}");
            send("a@skole.example", "x", 1);
            assertThat(mails("")).hasSize(1);
        }

        @Test
        void refusesOneRecipientWith5xx() throws Exception {
            fault("{\"mode\":\"refuse\",\"recipient\":\"b@\"}");
            assertThatThrownBy(() -> send("b@skole.example", "x", 1)).hasStackTraceContaining("550 5.1.1");
            send("a@skole.example", "x", 2);
            assertThat(mails("")).hasSize(1);
        }

        @Test
        void storesButDoesNotAnswer() throws Exception {
            fault("{\"mode\":\"unanswered\"}");
            assertThatThrownBy(() -> send("a@skole.example", "x", 1)).isInstanceOf(MessagingException.class);
            assertThat(mails("")).hasSize(1);
        }

        @Test
        void doesNotListen() throws Exception {
            fault("{\"mode\":\"down\"}");
            assertThatThrownBy(() -> send("a@skole.example", "x", 1)).hasStackTraceContaining("ConnectException");
            fault("{\"mode\":\"none\"}");
            send("a@skole.example", "x", 1);
            assertThat(mails("")).hasSize(1);
        }

        @Test
        void knowsNoOtherMode() throws Exception {
            assertThat(post("{\"mode\":\"slow\"}").statusCode()).isEqualTo(400);
            assertThat(post("{").statusCode()).isEqualTo(400);
        }

        private void fault(String body) throws Exception {
            assertThat(post(body).statusCode()).isEqualTo(200);
        }

        private HttpResponse<String> post(String body) throws Exception {
            return http.send(
                    request("/api/faults")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void saysThatThePortOrTheFolderIsInUse() throws Exception {
        stop();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            launch(String.valueOf(taken.getLocalPort()), "0");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(LocalMail.REFUSED);
            assertThat(said())
                    .isEqualToIgnoringNewLines("Port " + taken.getLocalPort()
                            + " is in use. Stop the program that holds it, or choose another with --port.");
        }
        start();
        Process first = process;
        launch("0", "0");
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(LocalMail.REFUSED);
        assertThat(said()).contains("uses the folder").doesNotContain("\tat ");
        first.destroyForcibly().waitFor();
    }

    private void launch(String smtp, String web) throws IOException {
        Files.deleteIfExists(folder.resolve("log"));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-jar",
                        "target/local-mail.jar",
                        "--port",
                        smtp,
                        "--web-port",
                        web,
                        "--data",
                        folder.resolve("mail").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private String said() throws IOException {
        Path log = folder.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private void send(String to, String subject, int number) throws MessagingException {
        Session session = session();
        MimeMessage message = message(session, to, subject, number);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private Session session() {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.mime.allowutf8", "true");
        return Session.getInstance(properties);
    }

    private static MimeMessage message(Session session, String to, String subject, int number)
            throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Kære Åse\n\nSe din plads: http://localhost:8080/min/abc.\n", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<p>Kære Åse</p><script>x</script>", "text/html; charset=UTF-8");
        MimeBodyPart calendar = new MimeBodyPart();
        calendar.setContent(
                "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n",
                "text/calendar; method=REQUEST; charset=UTF-8");
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + number + "@tilmelding.example>");
            }
        };
        message.setFrom(new InternetAddress("tilmelding@astra.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, false));
        message.setSubject(subject, "UTF-8");
        message.setContent(new MimeMultipart("alternative", text, html, calendar));
        return message;
    }

    private JsonNode mails(String query) throws Exception {
        return Reply.JSON.readTree(get("/api/mails" + query).body());
    }

    private static JsonNode only(JsonNode array) {
        assertThat(array).hasSize(1);
        return array.get(0);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + webPort + path));
    }
}
