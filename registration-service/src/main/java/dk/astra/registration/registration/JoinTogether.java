package dk.astra.registration.registration;

import dk.astra.registration.meetings.KnownMeeting;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts the people of a group in line who want their seats all at once, and none before. */
@Component
public class JoinTogether {

    private final Registrations registrations;
    private final PlaceCandidates candidates;
    private final MeetingLines lines;
    private final GroupSeats seats;
    private final PromoteWaiting promotion;

    JoinTogether(
            Registrations registrations,
            PlaceCandidates candidates,
            MeetingLines lines,
            GroupSeats seats,
            PromoteWaiting promotion) {
        this.registrations = registrations;
        this.candidates = candidates;
        this.lines = lines;
        this.seats = seats;
        this.promotion = promotion;
    }

    /**
     * Seats that nobody ever had, too few for the group, become free ones: so nobody takes one on the way into the
     * line, and together with seats that come free later they may suffice.
     */
    public void openUnused(KnownMeeting meeting) {
        Set<Integer> used = registrations.usedNewSeats(meeting.id());
        for (int seat = 1; seat <= meeting.newcomerSeats(); seat++) {
            if (!used.contains(seat)) {
                registrations.insert(List.of(Registration.openedSeat(meeting.id(), seat)));
            }
        }
    }

    /**
     * The end of the line.
     *
     * @return false when the person has a registration of their own
     */
    public boolean join(PlaceWish wish, KnownMeeting meeting) {
        while (true) {
            Registration candidate = candidates.of(wish);
            candidate.waitsTogetherAt = meeting.id();
            Registration there = lines.join(meeting, candidate, null).registration();
            if (!there.isHeld()) {
                return wish.groupId().equals(there.groupId());
            }
            // a seat that somebody held too late, when it was decided that all wait
            seats.letGo(there);
        }
    }

    /** Looks whether seats came free for the group while it joined. */
    public void joined(String meetingId) {
        promotion.run(meetingId);
    }
}
