package dk.astra.registration.registration;

import dk.astra.contracts.Side;
import dk.astra.contracts.registrations.CancelReason;
import dk.astra.contracts.registrations.CancelledBy;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Of two registrations of one person at twin meetings keeps the one that got a seat first, and ends the other. Where
 * both have a seat the earlier one is kept, in a tie the one in the east: whoever looks, and however often, decides the
 * same. The mark that asks for it was written with the seat itself, so no crash can lose it.
 */
@Component
public class KeepFirstSeat {

    private static final Logger log = LoggerFactory.getLogger(KeepFirstSeat.class);
    private static final int AT_A_TIME = 100;

    /** What decides between two seats. */
    record Standing(Instant seatedAt, boolean inTheEast, String meetingId) {}

    private static final Comparator<Standing> FIRST = Comparator.comparing(Standing::seatedAt)
            .thenComparing(standing -> standing.inTheEast() ? 0 : 1)
            .thenComparing(Standing::meetingId);

    private final Registrations registrations;
    private final KnownMeetings meetings;
    private final CancelRegistration cancellation;
    private final Comparator<Standing> order;

    @Autowired
    KeepFirstSeat(Registrations registrations, KnownMeetings meetings, CancelRegistration cancellation) {
        this(registrations, meetings, cancellation, FIRST);
    }

    /** @param order which of two seats is kept; anything but the same answer to everybody loses both */
    KeepFirstSeat(
            Registrations registrations,
            KnownMeetings meetings,
            CancelRegistration cancellation,
            Comparator<Standing> order) {
        this.registrations = registrations;
        this.meetings = meetings;
        this.cancellation = cancellation;
        this.order = order;
    }

    /** Both are read anew before each step, and each step is refused when what it was decided upon has changed. */
    void settle(String registrationId) {
        while (true) {
            Registration one = registrations.find(registrationId).orElse(null);
            if (one == null || one.pairing == null) {
                return;
            }
            Registration other = other(one);
            if (other != null && one.status().isLive() && other.status().isLive()) {
                if (!one.id.equals(other.eitherOf)) {
                    link(other, one);
                    continue;
                }
                Registration kept = kept(one, other);
                if (kept != null) {
                    leave(kept == one ? other : one, kept);
                    continue;
                }
            }
            if (settled(one)) {
                return;
            }
        }
    }

    private @Nullable Registration other(Registration one) {
        return one.eitherOf == null ? null : registrations.find(one.eitherOf).orElse(null);
    }

    private void link(Registration other, Registration one) {
        registrations.change(
                other,
                copy -> {
                    copy.eitherOf = one.id;
                    return copy;
                },
                null);
    }

    /** @return null while none of them has a seat */
    private @Nullable Registration kept(Registration one, Registration other) {
        boolean oneIsIn = one.status() == Status.CONFIRMED;
        boolean otherIsIn = other.status() == Status.CONFIRMED;
        if (oneIsIn && otherIsIn) {
            return order.compare(standing(one), standing(other)) <= 0 ? one : other;
        }
        return oneIsIn ? one : otherIsIn ? other : null;
    }

    private Standing standing(Registration seated) {
        Instant since = seated.seatedAt == null ? seated.registeredAt : seated.seatedAt;
        boolean east = meetings.findRecent(seated.meetingId())
                .map(KnownMeeting::side)
                .filter(side -> side == Side.EAST)
                .isPresent();
        return new Standing(since, east, seated.meetingId());
    }

    private void leave(Registration left, Registration kept) {
        Optional<Registration> ended =
                cancellation.end(left, CancelledBy.PARTICIPANT, CancelReason.SEAT_AT_TWIN, kept.id);
        if (ended.isPresent()) {
            log.info("registration {} left for {}, which has a seat", left.id(), kept.id());
        }
    }

    /** Takes the mark off unless something happened since it was read, perhaps the very thing the mark is for. */
    private boolean settled(Registration one) {
        return registrations
                .change(
                        one,
                        copy -> {
                            copy.pairing = null;
                            return copy;
                        },
                        null)
                .isPresent();
    }

    @Scheduled(fixedDelayString = "${tilmelding.pair-sweep:2s}", initialDelayString = "${tilmelding.pair-sweep:2s}")
    void sweep() {
        try {
            registrations.pairing(AT_A_TIME).forEach(this::settleIfPossible);
        } catch (RuntimeException e) {
            log.warn("places at twin meetings will be left later: {}", e.toString());
        }
    }

    private void settleIfPossible(String registrationId) {
        try {
            settle(registrationId);
        } catch (RuntimeException e) {
            log.warn("registration {} will be brought in line later: {}", registrationId, e.toString());
        }
    }
}
