package dk.astra.testsupport.containers;

import dk.astra.testsupport.Json;
import dk.astra.testsupport.Mail;
import dk.astra.testsupport.Mailbox;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;
import tools.jackson.databind.JsonNode;

/** Mailpit. */
final class ContainerMailbox implements Mailbox {

    private static final int SMTP = 1025;
    private static final int WEB = 8025;

    private final GenericContainer<?> container;

    private ContainerMailbox(GenericContainer<?> container) {
        this.container = container;
    }

    static Mailbox start() {
        return new ContainerMailbox(
                Engine.started(new GenericContainer<>(DockerImageName.parse("axllent/mailpit:v1.27"))
                        .withEnv("MP_ENABLE_CHAOS", "true")
                        .withEnv("MP_MAX_MESSAGES", "0")
                        .withExposedPorts(SMTP, WEB)));
    }

    @Override
    public String smtpHost() {
        return container.getHost();
    }

    @Override
    public int smtpPort() {
        return container.getMappedPort(SMTP);
    }

    @Override
    public List<Mail> mails(String to) {
        return mails().stream()
                .filter(mail -> mail.to().toLowerCase(Locale.ROOT).contains(to.toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public List<Mail> mails() {
        List<Mail> mails = new ArrayList<>();
        for (JsonNode summary : Json.get(web("/api/v1/messages?limit=10000")).path("messages")) {
            mails.add(whole(summary.path("ID").asString()));
        }
        mails.sort(Comparator.comparing(mail -> mail.receivedAt() == null ? "" : mail.receivedAt()));
        return mails;
    }

    private Mail whole(String id) {
        JsonNode mail = Json.get(web("/api/v1/message/" + id));
        return new Mail(
                id,
                mail.path("MessageID").asString(""),
                mail.path("To").path(0).path("Address").asString(""),
                mail.path("Subject").asString(""),
                mail.path("Date").asString(""),
                mail.path("Text").asString(""),
                mail.path("HTML").asString(""),
                calendar(id, mail));
    }

    private @Nullable String calendar(String id, JsonNode mail) {
        for (String parts : List.of("Attachments", "Inline")) {
            for (JsonNode part : mail.path(parts)) {
                if (part.path("ContentType").asString("").startsWith("text/calendar")) {
                    return Json.text(web("/api/v1/message/" + id + "/part/"
                            + part.path("PartID").asString("")));
                }
            }
        }
        return null;
    }

    @Override
    public void clear() {
        Json.delete(web("/api/v1/messages"));
    }

    @Override
    public void answer(Answer answer) {
        if (answer == Answer.DOWN) {
            Engine.skipKill();
        }
        int code = answer == Answer.REFUSE ? 550 : 451;
        int share = answer == Answer.NONE ? 0 : 100;
        Json.put(web("/api/v1/chaos"), Map.of("Recipient", Map.of("ErrorCode", code, "Probability", share)));
    }

    private URI web(String path) {
        return URI.create("http://%s:%d%s".formatted(container.getHost(), container.getMappedPort(WEB), path));
    }

    @Override
    public void kill9() {
        Engine.skipKill();
    }

    @Override
    public void restart() {
        Engine.skipKill();
    }

    @Override
    public void pause() {
        Engine.pause(container);
    }

    @Override
    public void resume() {
        Engine.resume(container);
    }
}
