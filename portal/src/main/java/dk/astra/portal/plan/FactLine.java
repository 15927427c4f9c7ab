package dk.astra.portal.plan;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One fact behind a number. */
public record FactLine(
        String factId,
        @Nullable String type,
        @Nullable String stream,
        @Nullable String subject,
        @Nullable String time,
        @Nullable String meetingId,
        @Nullable Phrase summary,
        @Nullable JsonNode counts,
        @Nullable String note,
        @Nullable String link) {

    /** Staff wrote it, so it is only a link when it leads to a web page. */
    public boolean leadsSomewhere() {
        return link != null && link.matches("(?i)https?://.+");
    }

    /** Evidence that a person entered can be taken back. */
    public boolean isEvidence() {
        return "evidence".equals(stream) && type != null && type.startsWith("evidence.recorded") && subject != null;
    }

    /** How much this fact adds, as far as the service says so. */
    public String countsFor() {
        return counts == null || counts.isNull() ? "" : counts.asString("");
    }
}
