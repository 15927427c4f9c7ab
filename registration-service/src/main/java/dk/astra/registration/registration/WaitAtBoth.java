package dk.astra.registration.registration;

import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.people.Keys;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * East or West, whichever comes first: who waits at one twin meeting waits at the other too, with the same answers.
 * {@link KeepFirstSeat} leaves one of the places when the other has become a seat.
 */
@Component
public class WaitAtBoth {

    private static final Logger log = LoggerFactory.getLogger(WaitAtBoth.class);

    private final KnownMeetings meetings;
    private final Registrations registrations;
    private final MeetingLines lines;
    private final KeepFirstSeat pairs;
    private final TakeNeedsAlong needs;
    private final Keys keys;
    private final Clock clock;

    WaitAtBoth(
            KnownMeetings meetings,
            Registrations registrations,
            MeetingLines lines,
            KeepFirstSeat pairs,
            TakeNeedsAlong needs,
            Keys keys,
            Clock clock) {
        this.meetings = meetings;
        this.registrations = registrations;
        this.lines = lines;
        this.pairs = pairs;
        this.needs = needs;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Repeating it answers with the first one.
     *
     * @return the registration at the twin meeting; where a seat was free there it is CONFIRMED, and this place left
     * @throws NotATwin when the meetings do not have the same content
     * @throws NotWaiting when the person does not wait here
     * @throws AlreadyRegistered when the person has a seat there by themselves
     */
    public Registration join(Registration here, String twinId) {
        KnownMeeting meeting = meetings.findRecent(here.meetingId()).orElseThrow(MeetingUnknown::new);
        if (!meeting.isTwinOf(twinId)) {
            throw new NotATwin();
        }
        Optional<Registration> before = other(here)
                .filter(registration -> registration.meetingId().equals(twinId)
                        && registration.status().isLive());
        if (before.isPresent()) {
            return before.get();
        }
        Contact contact = here.contact();
        if (here.status() != Status.WAITLISTED || contact == null) {
            throw new NotWaiting();
        }
        KnownMeeting there = meetings.findRecent(twinId).orElseThrow(MeetingUnknown::new);
        Instant now = clock.instant();
        if (!there.isOpenAt(now)) {
            throw Register.refusal(there, now);
        }
        if (there.isByInvitation() && !meeting.isByInvitation()) {
            throw new InvitationRequired();
        }
        Registration candidate = MoveToTwin.samePerson(here, contact, twinId, keys, now);
        candidate.eitherOf = here.id;
        candidate.pairing = here.id;
        needs.toTwin(here, candidate, there);
        Receipt receipt = lines.join(there, candidate, null);
        Registration joined = receipt.first() ? receipt.registration() : paired(receipt.registration(), here);
        log.info("registration {} waits at the twin meeting too, as {}", here.id(), joined.id());
        pairs.settle(joined.id());
        return registrations.find(joined.id()).orElse(joined);
    }

    private Optional<Registration> other(Registration registration) {
        return registration.eitherOf == null ? Optional.empty() : registrations.find(registration.eitherOf);
    }

    /** Somebody who waits there already, by a sign-up of their own or another click. */
    private Registration paired(Registration known, Registration here) {
        Registration read = known;
        while (read.status() == Status.WAITLISTED || read.status() == Status.OFFERED) {
            if (here.id.equals(read.eitherOf)) {
                return read;
            }
            Optional<Registration> written = registrations.change(
                    read,
                    copy -> {
                        copy.eitherOf = here.id;
                        copy.pairing = here.id;
                        return copy;
                    },
                    null);
            if (written.isPresent()) {
                return written.get();
            }
            read = registrations.find(read.id()).orElseThrow(LinkUnknown::new);
        }
        if (here.id.equals(read.eitherOf)) {
            return read;
        }
        throw new AlreadyRegistered();
    }
}
