package dk.astra.registration.registration;

import dk.astra.registration.meetings.KnownMeeting;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Guesses the next never used seat, and, when there is none, the next number in line. Used by one thread at a time.
 * A wrong guess costs a round trip and decides nothing.
 *
 * <p>Nobody is put in line before the store has said that every seat for newcomers was taken. A taken one never
 * becomes unused again, so from then on no newcomer, of whatever instance, can find one and overtake (P6).
 *
 * <p>Numbers in line are dense: each is the highest one written plus one, so whoever came later has a higher one. A
 * number that was lost to a repeat is burned, never given to somebody who came later.
 */
final class NumberGuess {

    private static final int PLENTY = 64;
    private static final int LOOK_AHEAD = 64;
    private static final int LOOK_FURTHER = 4;
    private static final long STALE_NANOS = 1_000_000_000L;

    private final String meetingId;
    private final Registrations registrations;
    /** A bit for each seat: thousands of meetings are guessed for at the same time. */
    private final BitSet unused = new BitSet();

    private boolean known;
    private boolean behind;
    private boolean allUsed;
    private long nextNumber;
    private long numberReadAt;

    NumberGuess(String meetingId, Registrations registrations) {
        this.meetingId = meetingId;
        this.registrations = registrations;
    }

    /** Reads what is needed before a batch is assigned; between batches, nothing assigned is still unwritten. */
    void learn(KnownMeeting meeting) {
        if (known && behind && !allUsed) {
            catchUp();
        }
        behind = false;
        if (!allUsed && (!known || unused.isEmpty())) {
            unused.clear();
            Set<Integer> used = registrations.usedNewSeats(meeting.id());
            for (int seat = 1; seat <= meeting.newcomerSeats(); seat++) {
                unused.set(seat, !used.contains(seat));
            }
            allUsed = unused.isEmpty();
        }
        if (allUsed && (!known || nextNumber == 0 || System.nanoTime() - numberReadAt > STALE_NANOS)) {
            nextNumber = registrations.highestWaitingNumber(meetingId) + 1;
            numberReadAt = System.nanoTime();
        }
        known = true;
    }

    /**
     * Other instances take the same seats, mostly the next ones: looks at some, and at ever more as long as all of them
     * are taken. Reading all seats of a large meeting each time would make everybody slower with every seat taken.
     */
    private void catchUp() {
        int window = LOOK_AHEAD;
        List<Integer> next;
        Set<Integer> taken;
        do {
            next = unused.stream().limit(window).boxed().toList();
            taken = next.isEmpty() ? Set.of() : registrations.takenNewSeats(meetingId, next);
            taken.forEach(unused::clear);
            window *= LOOK_FURTHER;
        } while (!next.isEmpty() && taken.size() == next.size());
    }

    /** The next batch starts from the store: something failed. */
    void forget() {
        known = false;
    }

    /** Somebody else was faster: the next batch starts where they are. */
    void lost() {
        behind = true;
        nextNumber = 0;
    }

    /** True when a guess wasted on a repeat could cost a seat or a number. */
    boolean isScarce(int candidates) {
        return unused.cardinality() < candidates + PLENTY;
    }

    /** @return false when it takes another look at the store to tell */
    boolean assign(Registration candidate) {
        int seat = unused.nextSetBit(1);
        if (seat < 0 && !allUsed) {
            return false;
        }
        candidate.leaveLine();
        if (seat > 0) {
            unused.clear(seat);
            candidate.takeSeat(seat, 0);
        } else {
            candidate.joinLine(nextNumber++);
        }
        return true;
    }

    /** The candidate turned out to be a repeat: its seat is still unused, its number is not to be used again. */
    void giveBack(Registration candidate) {
        if (candidate.status().holdsSeat() && candidate.seat != null) {
            unused.set(candidate.seat);
        } else if (candidate.waitingNumber != null) {
            Registration burned = new Registration();
            burned.id = UUID.randomUUID().toString();
            burned.meetingId = meetingId;
            burned.joinLine(candidate.waitingNumber);
            burned.status = Status.VOID;
            registrations.insert(List.of(burned));
        }
    }
}
