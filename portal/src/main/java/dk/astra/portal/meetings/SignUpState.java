package dk.astra.portal.meetings;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What a reader can do about a meeting right now; the words are messages {@code state.<name>}. */
public enum SignUpState {
    SEATS("success"),
    FEW_SEATS("warning"),
    WAITING_LIST("info"),
    OPEN("success"),
    BY_INVITATION(""),
    NOT_YET_OPEN(""),
    CLOSED(""),
    CANCELLED("error"),
    HELD("");

    private static final int FEW = 5;

    private final String badge;

    SignUpState(String badge) {
        this.badge = badge;
    }

    /** @param availability null while registration-service does not answer */
    static SignUpState of(Meeting meeting, @Nullable Availability availability, LocalDateTime now) {
        if (meeting.isCancelled()) {
            return CANCELLED;
        }
        if (meeting.isHeld()) {
            return HELD;
        }
        if (!now.isBefore(meeting.registrationClosesAt()) || meeting.isDraft()) {
            return CLOSED;
        }
        if (meeting.isByInvitation()) {
            return BY_INVITATION;
        }
        if (now.isBefore(meeting.registrationOpensAt())) {
            return NOT_YET_OPEN;
        }
        if (availability == null) {
            return OPEN;
        }
        if (availability.seatsLeft() <= 0) {
            return WAITING_LIST;
        }
        return availability.seatsLeft() <= FEW ? FEW_SEATS : SEATS;
    }

    public boolean isOpen() {
        return this == SEATS || this == FEW_SEATS || this == WAITING_LIST || this == OPEN;
    }

    /** The design system's colour; never the only sign. */
    public String badge() {
        return badge;
    }
}
