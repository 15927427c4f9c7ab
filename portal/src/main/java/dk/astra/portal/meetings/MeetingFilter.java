package dk.astra.portal.meetings;

import org.jspecify.annotations.Nullable;

/**
 * What the reader wants to see; empty means everything.
 *
 * @param month {@code 2027-04}
 * @param q words of the title
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
}
