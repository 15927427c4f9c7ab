package dk.astra.registration.registration.messaging;

import dk.astra.contracts.Streams;
import dk.astra.contracts.registrations.AttendanceRecorded;
import dk.astra.contracts.registrations.CancelReason;
import dk.astra.contracts.registrations.CancelledBy;
import dk.astra.contracts.registrations.RegistrationCancelled;
import dk.astra.contracts.registrations.RegistrationChanged;
import dk.astra.contracts.registrations.RegistrationCreated;
import dk.astra.contracts.registrations.RegistrationErased;
import dk.astra.contracts.registrations.RegistrationFact;
import dk.astra.contracts.registrations.RegistrationLinkRequested;
import dk.astra.contracts.registrations.RegistrationMoved;
import dk.astra.contracts.registrations.RegistrationNamed;
import dk.astra.contracts.registrations.RegistrationOffered;
import dk.astra.contracts.registrations.RegistrationPromoted;
import dk.astra.contracts.registrations.RegistrationState;
import dk.astra.contracts.registrations.RegistrationStatus;
import dk.astra.contracts.registrations.RegistrationTransferred;
import dk.astra.messaging.Outbox;
import dk.astra.messaging.Outboxes;
import dk.astra.messaging.PendingFact;
import dk.astra.registration.registration.AskedAtSignUp;
import dk.astra.registration.registration.Contact;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.RegistrationFacts;
import dk.astra.registration.registration.Status;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Registrations as facts on the stream {@code registrations}. */
@Component
class StreamRegistrationFacts implements RegistrationFacts {

    private final Outbox outbox;
    private final AskedAtSignUp asked;

    StreamRegistrationFacts(Outboxes outboxes, AskedAtSignUp asked) {
        this.asked = asked;
        this.outbox = outboxes.outbox("registrations", Streams.REGISTRATIONS);
    }

    @Override
    public @Nullable String trace() {
        return outbox.currentTrace();
    }

    @Override
    public PendingFact created(Registration after, @Nullable String trace) {
        return outbox.pending(new RegistrationCreated(state(after)), after.version(), trace);
    }

    @Override
    public PendingFact promoted(Registration after) {
        return pending(new RegistrationPromoted(state(after)), after);
    }

    @Override
    public PendingFact promotedTogether(Registration after) {
        return pending(new RegistrationPromoted(state(after, after.groupId())), after);
    }

    @Override
    public PendingFact changed(Registration after, Set<String> changed) {
        return pending(new RegistrationChanged(state(after), changed), after);
    }

    @Override
    public PendingFact offered(Registration after) {
        return pending(new RegistrationOffered(state(after)), after);
    }

    @Override
    public PendingFact cancelled(
            Registration after,
            CancelledBy by,
            Status previous,
            @Nullable CancelReason reason,
            @Nullable String leaderOf) {
        return pending(new RegistrationCancelled(state(after), by, told(previous), reason, leaderOf), after);
    }

    @Override
    public PendingFact attendance(Registration after, boolean attended) {
        return pending(new AttendanceRecorded(state(after), attended), after);
    }

    @Override
    public PendingFact erased(Registration after) {
        return pending(new RegistrationErased(state(after)), after);
    }

    @Override
    public PendingFact linkRequested(Registration after) {
        return pending(new RegistrationLinkRequested(state(after)), after);
    }

    @Override
    public PendingFact moved(Registration after, Status previous, Registration to) {
        return pending(new RegistrationMoved(state(after), told(previous), to.id(), to.meetingId()), after);
    }

    @Override
    public PendingFact transferred(Registration after, String previousPersonId) {
        return pending(new RegistrationTransferred(state(after), previousPersonId), after);
    }

    @Override
    public PendingFact named(Registration after) {
        return pending(new RegistrationNamed(state(after)), after);
    }

    @Override
    public void relay(String registrationId, List<PendingFact> facts) {
        outbox.relay(registrationId, facts);
    }

    private PendingFact pending(RegistrationFact fact, Registration after) {
        return outbox.pending(fact, after.version());
    }

    private RegistrationState state(Registration r) {
        return state(r, r.waitsTogether() ? r.groupId() : null);
    }

    private RegistrationState state(Registration r, @Nullable String togetherWith) {
        return new RegistrationState(
                r.id(),
                r.meetingId(),
                Objects.requireNonNull(r.personId()),
                r.version(),
                told(r.status()),
                r.status() == Status.CONFIRMED ? r.seat() : null,
                r.waitingNumber(),
                r.registeredAt(),
                r.channel(),
                r.institutionNumber(),
                r.municipalityCode(),
                r.side(),
                r.role(),
                r.campaign(),
                r.calendarEntry(),
                r.offeredUntil(),
                r.eitherOf(),
                r.isUnnamed() ? r.groupId() : null,
                togetherWith,
                isUnanswered(r) ? true : null);
    }

    /** Of a person whom a leader signed up: all others are asked when they sign up. */
    private boolean isUnanswered(Registration r) {
        Contact contact = r.contact();
        return r.groupId() != null
                && !r.isUnnamed()
                && contact != null
                && r.status().isLive()
                && !asked.missing(r.meetingId(), contact.answers()).isEmpty();
    }

    /** Who was offered a seat waits, until it is taken: so readers that do not know of offers count as before. */
    private static RegistrationStatus told(Status status) {
        return status == Status.OFFERED ? RegistrationStatus.WAITLISTED : RegistrationStatus.valueOf(status.name());
    }
}
