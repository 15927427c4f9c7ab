package dk.astra.notification.mails;

import dk.astra.contracts.deliveries.MailKind;
import dk.astra.contracts.registrations.CancelledBy;
import dk.astra.contracts.registrations.RegistrationState;
import dk.astra.contracts.registrations.RegistrationStatus;
import dk.astra.messaging.Effect;
import dk.astra.notification.registrations.KnownRegistration;
import dk.astra.notification.registrations.KnownRegistrations;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells the participant what became of the registration: one mail per fact. The registration is learned before the
 * mail is queued, so that a change of the meeting from then on reaches it.
 */
@Component
public class AnnounceRegistration {

    private final KnownRegistrations registrations;
    private final Ledger ledger;
    private final Trace trace;
    private final Clock clock;

    AnnounceRegistration(KnownRegistrations registrations, Ledger ledger, Trace trace, Clock clock) {
        this.registrations = registrations;
        this.ledger = ledger;
        this.trace = trace;
        this.clock = clock;
    }

    public Effect created(RegistrationState registration, String factId) {
        return announce(
                registration.status() == RegistrationStatus.WAITLISTED ? MailKind.WAITLISTED : MailKind.CONFIRMED,
                registration,
                factId,
                false);
    }

    public Effect promoted(RegistrationState registration, String factId) {
        return announce(MailKind.PROMOTED, registration, factId, false);
    }

    public Effect cancelled(
            RegistrationState registration, CancelledBy by, RegistrationStatus previous, String factId) {
        MailKind kind = switch (by) {
            case PARTICIPANT -> MailKind.CANCELLED_BY_PARTICIPANT;
            case ORGANISER -> MailKind.CANCELLED_BY_ORGANISER;
            case MEETING -> MailKind.MEETING_CANCELLED;
        };
        return announce(kind, registration, factId, previous == RegistrationStatus.CONFIRMED);
    }

    /** A change that nobody is written to about. */
    public Effect learned(RegistrationState registration) {
        return registrations.learn(known(registration)) ? Effect.APPLIED : Effect.REPEATED;
    }

    private Effect announce(MailKind kind, RegistrationState registration, String factId, boolean heldSeat) {
        boolean learned = registrations.learn(known(registration));
        Mail mail = Mail.due(
                new Cause(
                        kind,
                        factId,
                        registration.registrationId(),
                        registration.version(),
                        registration.personId(),
                        registration.meetingId(),
                        heldSeat,
                        Set.of(),
                        trace.current()),
                clock.instant());
        if (!learned && isOvertaken(registration)) {
            mail = mail.withdrawn(Reason.OVERTAKEN);
        }
        Effect queued = ledger.queue(mail);
        return learned ? Effect.APPLIED : queued;
    }

    private boolean isOvertaken(RegistrationState registration) {
        Optional<KnownRegistration> newest = registrations.find(registration.registrationId());
        return newest.isPresent()
                && newest.get().version() > registration.version()
                && newest.get().status() != registration.status();
    }

    private static KnownRegistration known(RegistrationState registration) {
        return new KnownRegistration(
                registration.registrationId(),
                registration.meetingId(),
                registration.personId(),
                registration.status(),
                registration.version());
    }
}
