package dk.astra.portal.meetings;

import org.jspecify.annotations.Nullable;

/** A meeting with what can be done about it. */
public record MeetingCard(Meeting meeting, @Nullable Availability availability, SignUpState state) {

    /** Without numbers an open meeting says nothing about seats. */
    public boolean saysState() {
        return state != SignUpState.OPEN;
    }
}
