package dk.astra.notification.mails;

import dk.astra.messaging.Effect;
import dk.astra.notification.registrations.KnownRegistrations;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Takes back what still waits for an erased person, and forgets the registration. A mail that is being sent at this
 * moment is left alone: when it is put off, the missing address ends it.
 */
@Component
public class ForgetRegistration {

    private static final int PER_REGISTRATION = 200;

    private final KnownRegistrations registrations;
    private final Mails mails;
    private final Ledger ledger;

    ForgetRegistration(KnownRegistrations registrations, Mails mails, Ledger ledger) {
        this.registrations = registrations;
        this.mails = mails;
        this.ledger = ledger;
    }

    public Effect forget(String registrationId) {
        List<Mail> waiting = mails.list(null, registrationId, State.QUEUED, PER_REGISTRATION);
        waiting.forEach(mail -> ledger.change(mail, mail.withdrawn(Reason.ERASED)));
        boolean forgotten = registrations.forget(registrationId);
        return forgotten || !waiting.isEmpty() ? Effect.APPLIED : Effect.REPEATED;
    }
}
