package dk.astra.localstack.demo;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What a service answered. */
record Answer(int status, String text) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    JsonNode body() {
        try {
            return text.isBlank()
                    ? MissingNode.getInstance()
                    : JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** The last part of the problem's type, such as {@code registration-closed}, else the status. */
    String problem() {
        String type = body().path("type").asString("");
        return type.contains("/") ? type.substring(type.lastIndexOf('/') + 1) : Integer.toString(status);
    }

    /** The problem in words, without what was sent. */
    String explanation() {
        JsonNode body = body();
        StringBuilder words = new StringBuilder(problem());
        String detail = body.path("detail").asString("");
        if (!detail.isEmpty()) {
            words.append(": ").append(detail);
        }
        for (JsonNode error : body.path("errors")) {
            words.append("; ")
                    .append(error.path("field").asString(""))
                    .append(": ")
                    .append(error.path("message").asString(""));
        }
        return words.toString();
    }
}
