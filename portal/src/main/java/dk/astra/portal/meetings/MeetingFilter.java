package dk.astra.portal.meetings;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the reader wants to see; empty means everything.
 *
 * @param month {@code 2027-04}
 * @param q words that all occur
 */
public record MeetingFilter(
        @Nullable String network,
        @Nullable String side,
        @Nullable String format,
        @Nullable String month,
        @Nullable String q) {

    static final MeetingFilter NONE = new MeetingFilter(null, null, null, null, null);
    private static final int LONGEST_SEARCH = 100;

    public MeetingFilter {
        network = code(network);
        side = code(side);
        format = code(format);
        month = month != null && month.matches("\\d{4}-(0[1-9]|1[0-2])") ? month : null;
        q = q == null || q.isBlank()
                ? null
                : q.strip().substring(0, Math.min(q.strip().length(), LONGEST_SEARCH));
    }

    /** An address that somebody wrote by hand may hold anything. */
    private static @Nullable String code(@Nullable String text) {
        return text != null && text.matches("[A-Z_]{1,30}") ? text : null;
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** All but the words: those are looked up by event-service. */
    boolean matches(Meeting meeting) {
        return (network == null || network.equals(meeting.network()))
                && (side == null || side.equals(meeting.side()))
                && (format == null || format.equals(meeting.format()))
                && (month == null
                        || month.equals(YearMonth.from(meeting.startsAt()).toString()));
    }

    /** The same in one month. */
    public MeetingFilter during(YearMonth other) {
        return new MeetingFilter(network, side, format, other.toString(), q);
    }

    /** The same in all months. */
    MeetingFilter inAnyMonth() {
        return new MeetingFilter(network, side, format, null, q);
    }

    /** The address of a page that shows what fits. */
    public String at(String path) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "network", network);
        put(values, "side", side);
        put(values, "format", format);
        put(values, "month", month);
        put(values, "q", q);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
