package dk.astra.reporting.reach;

import java.util.Arrays;
import java.util.Optional;

/**
 * The figures of the reach, each by its name in the answer. A registration counts in the period in which its meeting
 * begins, in Denmark, whenever it was made.
 *
 * <p>Relations: {@code registrations = confirmed + waitlisted + cancelled}; {@code people}, {@code institutions} and
 * {@code municipalities} are the different ones among confirmed and waitlisted.
 */
public enum Figure {
    /** Everybody who ever signed up. */
    REGISTRATIONS("registrations"),
    CONFIRMED("confirmed"),
    WAITLISTED("waitlisted"),
    CANCELLED("cancelled"),
    /** Recorded as present, one by one. */
    ATTENDED("attended"),
    /** Registrations whose person is erased; the registration goes on counting, the person does not. */
    ERASED("erased"),
    PEOPLE("people"),
    INSTITUTIONS("institutions"),
    MUNICIPALITIES("municipalities"),
    /** Still to come. */
    MEETINGS_SCHEDULED("meetingsScheduled"),
    MEETINGS_HELD("meetingsHeld"),
    MEETINGS_CANCELLED("meetingsCancelled"),
    /** People present, as told when the meetings were marked as held. */
    ATTENDANCE("attendance"),
    MAILS_SENT("mails.sent"),
    MAILS_FAILED("mails.failed"),
    MAILS_DEFERRED("mails.deferred");

    private final String figureName;

    Figure(String figureName) {
        this.figureName = figureName;
    }

    public String figureName() {
        return figureName;
    }

    /** The stream whose facts stand behind it. */
    public String stream() {
        return switch (this) {
            case MEETINGS_SCHEDULED, MEETINGS_HELD, MEETINGS_CANCELLED, ATTENDANCE -> "meetings";
            case MAILS_SENT, MAILS_FAILED, MAILS_DEFERRED -> "deliveries";
            case REGISTRATIONS,
                    CONFIRMED,
                    WAITLISTED,
                    CANCELLED,
                    ATTENDED,
                    ERASED,
                    PEOPLE,
                    INSTITUTIONS,
                    MUNICIPALITIES -> "registrations";
        };
    }

    /** By name, for example {@code mails.sent}, or {@code sent} for short. */
    public static Optional<Figure> named(String name) {
        return Arrays.stream(values())
                .filter(figure -> figure.figureName.equals(name) || figure.figureName.equals("mails." + name))
                .findFirst();
    }
}
