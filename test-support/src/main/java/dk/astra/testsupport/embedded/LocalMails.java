package dk.astra.testsupport.embedded;

import dk.astra.testsupport.Json;
import dk.astra.testsupport.Mail;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The mails that a running local-mail received, by its JSON interface. */
public final class LocalMails {

    private LocalMails() {}

    /** @param query empty, or for example {@code ?to=…} */
    public static List<Mail> read(URI web, String query) {
        List<Mail> mails = new ArrayList<>();
        JsonNode answer = Json.get(web.resolve("/api/mails" + query));
        for (JsonNode node : answer.isArray() ? answer : answer.path("items")) {
            mails.add(new Mail(
                    node.path("id").asString(""),
                    node.path("messageId").asString(""),
                    recipients(node.path("to")),
                    node.path("subject").asString(""),
                    text(node, "receivedAt"),
                    text(node, "text"),
                    text(node, "html"),
                    text(node, "calendar")));
        }
        mails.sort(Comparator.comparing(mail -> mail.receivedAt() == null ? "" : mail.receivedAt()));
        return mails;
    }

    private static String recipients(JsonNode to) {
        return to.isArray()
                ? to.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : to.asString("");
    }

    private static @Nullable String text(JsonNode node, String field) {
        String text = node.path(field).asString("");
        return text.isEmpty() ? null : text;
    }
}
