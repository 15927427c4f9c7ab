package dk.astra.portal.meetings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with what can be done about it.
 *
 * @param availability null while registration-service does not answer
 * @param twins the same meeting elsewhere, as far as it can be signed up for
 */
public record MeetingCard(
        Meeting meeting, @Nullable Availability availability, SignUpState state, List<Meeting> twins) {}
