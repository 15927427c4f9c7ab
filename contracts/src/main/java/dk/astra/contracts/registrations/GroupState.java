package dk.astra.contracts.registrations;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Several people whom a leader signed up at once, without any of them, as of one version.
 *
 * @param groupId random UUID
 * @param personId of the leader
 * @param deadline last day on which a place without a person can be given one; then it lapses
 * @param unnamed places without a person that are held or wait
 */
public record GroupState(
        String groupId, String meetingId, String personId, long version, LocalDate deadline, int unnamed) {

    public GroupState {
        Objects.requireNonNull(groupId, "groupId");
        Objects.requireNonNull(meetingId, "meetingId");
        Objects.requireNonNull(personId, "personId");
        Objects.requireNonNull(deadline, "deadline");
        if (version < 1) {
            throw new IllegalArgumentException("version starts at 1");
        }
    }
}
