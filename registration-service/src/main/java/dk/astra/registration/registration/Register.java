package dk.astra.registration.registration;

import dk.astra.contracts.registrations.Channel;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.needs.GivenNeeds;
import dk.astra.registration.needs.KeptNeeds;
import dk.astra.registration.needs.Needs;
import dk.astra.registration.people.Keys;
import dk.astra.registration.people.People;
import dk.astra.web.FieldProblem;
import dk.astra.web.IdempotencyKey;
import dk.astra.web.InvalidFields;
import dk.astra.web.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Registers a person for a meeting: a seat, a place in line, or the answer given before (P1, P2, P6).
 *
 * <p>Cost of the usual case: one write for the person's id and one, shared with all who come at the same moment, for
 * the registration; the fact leaves behind the answer.
 *
 * <p>Counter {@code registrations.requests} by {@code outcome}: received = confirmed + waitlisted + repeated +
 * refused + failed; accepted = confirmed + waitlisted, and waitlisted is also who has to answer a mail first.
 */
@Component
public class Register {

    private static final Set<Channel> OF_THE_OFFICE = Set.of(Channel.STAFF, Channel.IMPORT);

    private final KnownMeetings meetings;
    private final Registrations registrations;
    private final People people;
    private final Needs needs;
    private final Keys keys;
    private final MeetingLines lines;
    private final Clock clock;
    private final MeterRegistry meters;

    Register(
            KnownMeetings meetings,
            Registrations registrations,
            People people,
            Needs needs,
            Keys keys,
            MeetingLines lines,
            Clock clock,
            MeterRegistry meters) {
        this.meetings = meetings;
        this.registrations = registrations;
        this.people = people;
        this.needs = needs;
        this.keys = keys;
        this.lines = lines;
        this.clock = clock;
        this.meters = meters;
        for (String outcome : new String[] {"confirmed", "waitlisted", "repeated", "refused", "failed"}) {
            meters.counter("registrations.requests", "outcome", outcome).increment(0);
        }
    }

    /**
     * @throws InvalidFields when it does not answer what the meeting asks
     * @throws Refusal when the meeting is unknown, cancelled, held, closed or not yet open
     * @throws InvitationRequired when only who was invited can sign up, and it is not the office that asks
     */
    public Receipt register(Application application) {
        return counted(() -> decide(application, false, clock.instant()));
    }

    /**
     * The same for somebody who was invited.
     *
     * @param saidAt when the person said yes: what a crash interrupted is finished later, the door open or not
     */
    public Receipt registerInvited(Application application, Instant saidAt) {
        return counted(() -> decide(application, true, saidAt));
    }

    private Receipt counted(Supplier<Receipt> decision) {
        String outcome = "failed";
        try {
            Receipt receipt = decision.get();
            outcome = !receipt.first()
                    ? "repeated"
                    : receipt.registration().status() == Status.CONFIRMED ? "confirmed" : "waitlisted";
            return receipt;
        } catch (Refusal refusal) {
            outcome = refusal.status().is5xxServerError() ? "failed" : "refused";
            throw refusal;
        } catch (InvalidFields wrong) {
            outcome = "refused";
            throw wrong;
        } finally {
            meters.counter("registrations.requests", "outcome", outcome).increment();
        }
    }

    private Receipt decide(Application application, boolean invited, Instant now) {
        KnownMeeting meeting = meetings.findRecent(application.meetingId()).orElseThrow(MeetingUnknown::new);
        String personKey = keys.person(meeting.id(), application.contact().email());
        if (!meeting.isOpenAt(now)) {
            return repeated(application, personKey).orElseThrow(() -> refusal(meeting, now));
        }
        if (!invited && isForInvitedOnly(meeting, application.channel())) {
            // a stranger is not told who is on the list
            return sameRequest(application).orElseThrow(InvitationRequired::new);
        }
        Map<String, String> answers = application.contact().answers();
        // one tap says yes to an invitation; what the meeting asks is answered afterwards, in Min tilmelding
        List<FieldProblem> wrong =
                invited ? List.of() : AskedAtSignUp.problems(meeting.asks(), answers, application.needs());
        if (!wrong.isEmpty()) {
            // who is in already is answered as before, also when the questions have changed since
            return repeated(application, personKey).orElseThrow(() -> new InvalidFields(wrong));
        }
        CheckedAnswers checked = CheckedAnswers.of(meeting.asks().questions(), answers, Map.of());
        Application valid = application.with(application.contact().with(checked.answers()));
        Registration candidate = candidate(valid, personKey, now);
        if (meeting.confirmsEmail() && !invited) { // the link came to that mailbox
            candidate.unconfirmed = true;
            candidate.offeredUntil = meeting.unconfirmedSeatKeptUntil(now);
        }
        return join(meeting, candidate, valid);
    }

    /** Needs first: nobody is told to have a seat whose needs got lost. What is too much the sweep deletes. */
    private Receipt join(KnownMeeting meeting, Registration candidate, Application application) {
        GivenNeeds given = application.needs();
        if (given == null) {
            return lines.join(meeting, candidate, application.idempotencyKey());
        }
        needs.keep(KeptNeeds.of(
                candidate.id, candidate.meetingId, String.valueOf(candidate.personId), given, candidate.registeredAt));
        Receipt receipt = lines.join(meeting, candidate, application.idempotencyKey());
        if (!receipt.registration().id().equals(candidate.id)) {
            needs.forget(List.of(candidate.id));
        }
        return receipt;
    }

    /** Who is in already is answered as before, also when the door is shut. */
    private Optional<Receipt> repeated(Application application, String personKey) {
        return sameRequest(application)
                .or(() -> registrations
                        .findByPersonKey(personKey)
                        .map(registration -> lines.receipt(registration, true)));
    }

    private Optional<Receipt> sameRequest(Application application) {
        IdempotencyKey key = application.idempotencyKey();
        if (key == null) {
            return Optional.empty();
        }
        return registrations.findByIdempotencyKey(key.value()).map(first -> {
            key.requireSame(first.fingerprint());
            return lines.receipt(first, false);
        });
    }

    /** Whether a sign-up by this channel needs an invitation; the office may always. */
    public static boolean isForInvitedOnly(KnownMeeting meeting, Channel channel) {
        return meeting.isByInvitation() && !OF_THE_OFFICE.contains(channel);
    }

    /** Why nobody can sign up now. */
    public static Refusal refusal(KnownMeeting meeting, Instant now) {
        return switch (meeting.status()) {
            case CANCELLED -> new MeetingIsCancelled();
            case HELD -> new MeetingIsHeld();
            case SCHEDULED ->
                now.isBefore(meeting.registrationOpensAt()) ? new RegistrationNotOpen() : new RegistrationClosed();
        };
    }

    private Registration candidate(Application application, String personKey, Instant now) {
        Registration candidate = new Registration();
        candidate.id = UUID.randomUUID().toString();
        candidate.meetingId = application.meetingId();
        candidate.personId = people.idOf(keys.email(application.contact().email()));
        candidate.personKey = personKey;
        candidate.contact = application.contact();
        candidate.linkHash = Keys.hash(keys.link(candidate.id, candidate.linkGeneration));
        candidate.channel = application.channel();
        candidate.institutionNumber = application.institutionNumber();
        candidate.municipalityCode = application.municipalityCode();
        candidate.side = application.side();
        candidate.role = application.role();
        candidate.campaign = application.campaign();
        candidate.registeredAt = now.truncatedTo(ChronoUnit.MILLIS);
        if (application.idempotencyKey() != null) {
            candidate.idempotencyKey = application.idempotencyKey().value();
            candidate.fingerprint = application.idempotencyKey().fingerprint();
        }
        return candidate;
    }
}
