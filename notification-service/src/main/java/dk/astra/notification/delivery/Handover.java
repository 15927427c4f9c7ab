package dk.astra.notification.delivery;

import dk.astra.notification.mails.Reason;

/** What the mail server made of a mail. */
sealed interface Handover {

    /** It has it. */
    record Accepted() implements Handover {}

    /**
     * Not now.
     *
     * @param seen whether it looked at this mail at all
     */
    record Deferred(Reason reason, boolean seen) implements Handover {

        /** The server itself is the trouble, not this mail. */
        boolean isOutage() {
            return reason == Reason.SMTP_UNREACHABLE || reason == Reason.SMTP_REFUSED;
        }
    }

    /** Never. */
    record Refused(Reason reason) implements Handover {}
}
