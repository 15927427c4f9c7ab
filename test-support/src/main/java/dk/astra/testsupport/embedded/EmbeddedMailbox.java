package dk.astra.testsupport.embedded;

import dk.astra.testsupport.Json;
import dk.astra.testsupport.Mail;
import dk.astra.testsupport.Mailbox;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** local-mail as a child process, read through its JSON. */
final class EmbeddedMailbox implements Mailbox {

    private final int smtpPort = LocalStackJars.freePort();
    private final URI web = URI.create("http://127.0.0.1:" + LocalStackJars.freePort());
    private final ChildProcess child;

    private EmbeddedMailbox() {
        Path data = TemporaryFolder.named("mail");
        child = ChildProcess.start(
                LocalStackJars.jar("mail"),
                List.of("-XX:+UseSerialGC", "-Xmx128m", "-XX:TieredStopAtLevel=1"),
                List.of(
                        "--port",
                        Integer.toString(smtpPort),
                        "--web-port",
                        Integer.toString(web.getPort()),
                        "--data",
                        data.toString()));
    }

    static Mailbox start() {
        return new EmbeddedMailbox();
    }

    @Override
    public String smtpHost() {
        return "127.0.0.1";
    }

    @Override
    public int smtpPort() {
        return smtpPort;
    }

    @Override
    public List<Mail> mails(String to) {
        return LocalMails.read(web, "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)).stream()
                .filter(mail -> mail.to().toLowerCase(Locale.ROOT).contains(to.toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public List<Mail> mails() {
        return LocalMails.read(web, "");
    }

    @Override
    public void clear() {
        Json.delete(web.resolve("/api/mails"));
    }

    @Override
    public void answer(Answer answer) {
        Json.post(web.resolve("/api/faults"), Map.of("mode", answer.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public void kill9() {
        child.kill9();
    }

    @Override
    public void restart() {
        child.restart();
    }

    @Override
    public void pause() {
        child.pause();
    }

    @Override
    public void resume() {
        child.resume();
    }
}
