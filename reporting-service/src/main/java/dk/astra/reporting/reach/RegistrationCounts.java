package dk.astra.reporting.reach;

import static dk.astra.contracts.registrations.RegistrationStatus.CANCELLED;
import static dk.astra.contracts.registrations.RegistrationStatus.CONFIRMED;
import static dk.astra.contracts.registrations.RegistrationStatus.WAITLISTED;

import dk.astra.contracts.registrations.RegistrationStatus;
import java.util.Map;
import java.util.Optional;

/** Registrations of one or more meetings by status. */
record RegistrationCounts(long confirmed, long waitlisted, long cancelled, long attended, long erased) {

    static final RegistrationCounts NONE = new RegistrationCounts(0, 0, 0, 0, 0);

    /** So many registrations of one status. */
    static RegistrationCounts of(RegistrationStatus status, long n, long attended, long erased) {
        return new RegistrationCounts(
                status == CONFIRMED ? n : 0,
                status == WAITLISTED ? n : 0,
                status == CANCELLED ? n : 0,
                attended,
                erased);
    }

    static RegistrationCounts of(Map<String, RegistrationCounts> byMeeting, String meetingId) {
        return Optional.ofNullable(byMeeting.get(meetingId)).orElse(NONE);
    }

    RegistrationCounts plus(RegistrationCounts other) {
        return new RegistrationCounts(
                confirmed + other.confirmed,
                waitlisted + other.waitlisted,
                cancelled + other.cancelled,
                attended + other.attended,
                erased + other.erased);
    }

    long all() {
        return confirmed + waitlisted + cancelled;
    }
}
