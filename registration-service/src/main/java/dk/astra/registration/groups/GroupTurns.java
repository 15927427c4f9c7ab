package dk.astra.registration.groups;

import dk.astra.web.NeighbourUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * Lets one group at a time be decided on at a meeting. It guards no seat, the seats' keys do; without it two groups that
 * both want all could each hold what the other one lacks. Who waits goes on with a group that somebody left behind.
 */
@Component
class GroupTurns {

    private static final Duration LEFT_BEHIND = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_NANOS = Duration.ofMillis(15).toNanos();

    private final Groups groups;
    private final SettleGroup settle;
    private final Clock clock;

    GroupTurns(Groups groups, SettleGroup settle, Clock clock) {
        this.groups = groups;
        this.settle = settle;
        this.clock = clock;
    }

    /** @return the group as stored, or the one that this request stored before */
    Group ask(Group group) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!groups.insert(group)) {
            if (group.idempotencyKey != null) {
                Optional<Group> first = groups.findByIdempotencyKey(group.idempotencyKey);
                if (first.isPresent()) {
                    return first.get();
                }
            }
            groups.inTurn(group.meetingId()).filter(this::isLeftBehind).ifPresent(settle::finish);
            if (System.nanoTime() > end) {
                throw new NeighbourUnavailable("store", new TimeoutException("other groups are decided on"));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return group;
    }

    boolean isLeftBehind(Group group) {
        return clock.instant().isAfter(group.askedAt().plus(LEFT_BEHIND));
    }
}
