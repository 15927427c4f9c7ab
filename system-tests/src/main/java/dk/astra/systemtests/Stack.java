package dk.astra.systemtests;

import dk.astra.testsupport.Json;
import dk.astra.testsupport.Mail;
import dk.astra.testsupport.embedded.LocalMails;
import dk.astra.testsupport.embedded.LocalStackJars;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The whole platform as processes of its own, on ports and data that nobody else uses. */
public final class Stack implements AutoCloseable {

    private final Path data;

    private Stack(Path data) {
        this.data = data;
    }

    public static Stack shared() {
        throw new UnsupportedOperationException();
    }

    public static Stack start(String name) {
        return new Stack(LocalStackJars.root().resolve(name));
    }

    public Path root() {
        return LocalStackJars.root();
    }

    public Path data() {
        return data;
    }

    private URI at(String process, String path) {
        return URI.create("http://localhost:" + port(process) + path);
    }

    private int port(String process) {
        throw new UnsupportedOperationException(process);
    }

    public URI events(String path) {
        return at("event-service", path);
    }

    public URI registrations(String path) {
        return at("registration-service", path);
    }

    public URI secondRegistrations(String path) {
        return at("registration-service-2", path);
    }

    public URI notifications(String path) {
        return at("notification-service", path);
    }

    public URI reports(String path) {
        return at("reporting-service", path);
    }

    public URI portal(String path) {
        return at("portal", path);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port("broker");
    }

    public String mongo(String database) {
        return "mongodb://127.0.0.1:" + port("store") + "/" + database + "?uuidRepresentation=standard";
    }

    /** Headers of a member of staff: {@code ORGANISER}, {@code MANAGER} or {@code ADMINISTRATOR}. */
    public Map<String, String> as(String role) {
        throw new UnsupportedOperationException(role);
    }

    /** What arrived for an address, oldest first. */
    public List<Mail> mails(String to) {
        return LocalMails.read(at("mail", ""), "?to=" + to);
    }

    /** Everything that arrived, without content. */
    public List<MailLine> mailLines() {
        List<MailLine> lines = new ArrayList<>();
        for (JsonNode mail : Json.get(at("mail", "/api/mails?parts=false"))) {
            lines.add(new MailLine(
                    mail.path("messageId").asString(""),
                    mail.path("to").path(0).asString(""),
                    mail.path("subject").asString("")));
        }
        return lines;
    }

    public void kill9(String process) {
        throw new UnsupportedOperationException(process);
    }

    public void restart(String process) {
        restart(process, Map.of());
    }

    public void restart(String process, Map<String, String> environment) {
        throw new UnsupportedOperationException(process + environment);
    }

    public void startSecondRegistrationService() {
        throw new UnsupportedOperationException();
    }

    public void stopSecondRegistrationService() {
        throw new UnsupportedOperationException();
    }

    public void loadDemo() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
