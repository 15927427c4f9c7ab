package dk.astra.localstack.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A meeting of {@code meetings.json}, its day still a rule.
 *
 * @param key what {@code signups.json} calls it
 * @param series twins share it
 * @param content what is sent to event-service, but for the times
 */
public record SampleMeeting(
        String key, @Nullable String series, YearlyDay day, LocalTime starts, LocalTime ends, ObjectNode content) {

    static SampleMeeting of(ObjectNode node) {
        ObjectNode content = node.deepCopy();
        JsonNode when = content.remove("when");
        JsonNode series = content.remove("series");
        return new SampleMeeting(
                content.remove("key").asString(),
                series.isNull() ? null : series.asString(),
                new YearlyDay(
                        Month.of(when.get("month").asInt()),
                        when.get("week").asInt(),
                        DayOfWeek.valueOf(when.get("weekday").asString())),
                LocalTime.parse(content.remove("starts").asString()),
                LocalTime.parse(content.remove("ends").asString()),
                content);
    }

    /** The {@code MeetingRequest} for the next time its day comes round. */
    public ObjectNode request(LocalDate today) {
        LocalDate date = day.after(today);
        ObjectNode request = content.deepCopy();
        request.put("startsAt", date.atTime(starts).toString());
        request.put("endsAt", date.atTime(ends).toString());
        return request;
    }

    /** Whether a {@code MeetingView} shows this meeting, whatever its date. */
    public boolean isShownBy(JsonNode view) {
        return content.get("title").get("da").equals(view.path("title").path("da"))
                && content.get("network").equals(view.path("network"))
                && content.get("type").equals(view.path("type"))
                && content.path("side").asString("").equals(view.path("side").asString(""));
    }

    /** The Danish title, and the side where a twin exists. */
    public String label() {
        String title = content.get("title").get("da").asString();
        JsonNode side = content.path("side");
        return series == null || side.isNull() ? title : title + " (" + side.asString() + ")";
    }

    public int capacity() {
        return content.get("capacity").asInt();
    }
}
