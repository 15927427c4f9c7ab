package dk.astra.portal.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import tools.jackson.databind.JsonNode;

/** A text that a service gives either in both languages or as it is. */
public record Phrase(String da, String en) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Phrase of(JsonNode node) {
        if (node.isObject()) {
            String danish = node.path("da").asString("");
            return new Phrase(danish, node.path("en").asString(danish));
        }
        return new Phrase(node.asString(""), node.asString(""));
    }

    public String in(String language) {
        return "en".equals(language) && !en.isBlank() ? en : da;
    }
}
