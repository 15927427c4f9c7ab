package dk.astra.notification.delivery;

import dk.astra.notification.mails.Mail;
import dk.astra.notification.mails.Mails;
import dk.astra.notification.mails.Reason;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One look into the ledger: takes what is due, asks for the addresses together, and has it delivered. */
@Component
class DeliveryRound {

    private final Mails mails;
    private final Contacts contacts;
    private final Newest newest;
    private final MailTransport transport;
    private final Lanes lanes;
    private final Outages outages;
    private final DeliverySettings settings;
    private final Clock clock;

    DeliveryRound(
            Mails mails,
            Contacts contacts,
            Newest newest,
            MailTransport transport,
            Lanes lanes,
            Outages outages,
            DeliverySettings settings,
            Clock clock) {
        this.mails = mails;
        this.contacts = contacts;
        this.newest = newest;
        this.transport = transport;
        this.lanes = lanes;
        this.outages = outages;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return whether there was anything to do, so that more may be waiting */
    boolean run() throws InterruptedException {
        transport.closeIdle();
        if (!transport.isReachable()) {
            List<Mail> due = mails.due(clock.instant(), settings.batch());
            due.forEach(lanes::putOff);
            return due.size() == settings.batch();
        }
        List<Mail> due = mails.due(clock.instant(), transport.isProbing() ? 1 : settings.batch());
        if (due.isEmpty()) {
            due = outages.probe();
        }
        if (!due.isEmpty()) {
            @Nullable Addressees addresses = contactsOf(due);
            lanes.deliver(due, newest.of(due), addresses);
        }
        return !due.isEmpty();
    }

    private @Nullable Addressees contactsOf(Collection<Mail> due) {
        try {
            Addressees found = contacts.of(
                    due.stream().map(mail -> mail.cause().registrationId()).toList());
            outages.contactsWork();
            return found;
        } catch (ContactsUnavailable e) {
            outages.noticed(Reason.CONTACTS_UNAVAILABLE);
            return null;
        }
    }
}
