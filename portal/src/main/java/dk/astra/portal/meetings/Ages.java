package dk.astra.portal.meetings;

import dk.astra.portal.site.Wording;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * From when the shown is, where a service is away.
 *
 * @param meetings null while event-service answers
 * @param seats null while registration-service answers
 */
public record Ages(
        @Nullable LocalDateTime meetings, @Nullable LocalDateTime seats) {

    static Ages of(Known<?> meetings, Known<?> seats) {
        return new Ages(late(meetings), late(seats));
    }

    private static @Nullable LocalDateTime late(Known<?> known) {
        return known.late() ? LocalDateTime.ofInstant(known.since(), Wording.DENMARK) : null;
    }

    public boolean isAny() {
        return meetings != null || seats != null;
    }
}
