package dk.astra.registration.registration;

import dk.astra.registration.meetings.KnownMeeting;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Guesses the next never used seat, and, when there is none, the next number in line. Used by one thread at a time.
 * Nothing here is trusted: a wrong guess costs one more round trip.
 *
 * <p>Numbers in line are dense: each is the highest one written plus one, so whoever came later has a higher one. A
 * number that was lost to a repeat is burned, never given to somebody who came later.
 */
final class NumberGuess {

    private static final int PLENTY = 64;
    private static final long STALE_NANOS = 1_000_000_000L;

    private final String meetingId;
    private final Registrations registrations;
    private final TreeSet<Integer> givenBack = new TreeSet<>();
    private int nextSeat;
    private int lastSeat;
    private long nextNumber;
    private long numberReadAt;
    private boolean known;

    NumberGuess(String meetingId, Registrations registrations) {
        this.meetingId = meetingId;
        this.registrations = registrations;
    }

    void learn(KnownMeeting meeting) {
        lastSeat = meeting.newcomerSeats();
        if (!known) {
            nextSeat = registrations.highestNewSeat(meetingId) + 1;
            nextNumber = 0;
            givenBack.clear();
            known = true;
        }
    }

    void forget() {
        known = false;
    }

    /** True when a guess wasted on a repeat could cost a seat or a number. */
    boolean isScarce(int candidates) {
        return lastSeat - nextSeat < candidates + PLENTY;
    }

    void assign(Registration candidate) {
        candidate.leaveLine();
        Integer back = givenBack.pollFirst();
        if (back != null) {
            candidate.takeSeat(back, 0);
        } else if (nextSeat <= lastSeat) {
            candidate.takeSeat(nextSeat++, 0);
        } else {
            if (nextNumber == 0 || System.nanoTime() - numberReadAt > STALE_NANOS) {
                readNumber();
            }
            candidate.joinLine(nextNumber++);
        }
    }

    private void readNumber() {
        nextNumber = registrations.highestWaitingNumber(meetingId) + 1;
        numberReadAt = System.nanoTime();
    }

    /** The candidate turned out to be a repeat: its seat is still unused, its number is not to be used again. */
    void giveBack(Registration candidate) {
        if (candidate.status() == Status.CONFIRMED && candidate.seat != null) {
            if (nextSeat <= lastSeat) {
                givenBack.add(candidate.seat);
            } else {
                registrations.insert(List.of(Registration.openedSeat(meetingId, candidate.seat)));
            }
        } else if (candidate.waitingNumber != null) {
            Registration burned = new Registration();
            burned.id = UUID.randomUUID().toString();
            burned.meetingId = meetingId;
            burned.joinLine(candidate.waitingNumber);
            burned.status = Status.VOID;
            registrations.insert(List.of(burned));
        }
    }

    /** Somebody else was faster: seats go on upwards, numbers start again behind the highest written. */
    void lost(List<Registration> candidates) {
        boolean seats = candidates.stream().anyMatch(c -> c.status() == Status.CONFIRMED);
        if (seats && candidates.size() > PLENTY / 2) {
            nextSeat = Math.max(nextSeat, registrations.highestNewSeat(meetingId) + 1);
        }
        readNumber();
    }
}
