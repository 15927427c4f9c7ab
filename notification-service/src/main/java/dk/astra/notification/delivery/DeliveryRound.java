package dk.astra.notification.delivery;

import dk.astra.notification.mails.Ledger;
import dk.astra.notification.mails.Mail;
import dk.astra.notification.mails.Mails;
import dk.astra.notification.mails.Reason;
import dk.astra.notification.mails.Trace;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** One look into the ledger: takes what is due, asks for the addresses, and delivers it on some lanes side by side. */
@Component
class DeliveryRound {

    private static final Logger log = LoggerFactory.getLogger(DeliveryRound.class);

    private final Mails mails;
    private final Ledger ledger;
    private final Contacts contacts;
    private final DeliverMail deliverMail;
    private final MailTransport transport;
    private final Outages outages;
    private final DeliveryMeters meters;
    private final Trace trace;
    private final DeliverySettings settings;
    private final Clock clock;
    private final Retry storing = Retry.of(
            "ledger",
            RetryConfig.custom()
                    .maxAttempts(4)
                    .waitDuration(Duration.ofSeconds(1))
                    .retryExceptions(DataAccessException.class)
                    .build());

    DeliveryRound(
            Mails mails,
            Ledger ledger,
            Contacts contacts,
            DeliverMail deliverMail,
            MailTransport transport,
            Outages outages,
            DeliveryMeters meters,
            Trace trace,
            DeliverySettings settings,
            Clock clock) {
        this.mails = mails;
        this.ledger = ledger;
        this.contacts = contacts;
        this.deliverMail = deliverMail;
        this.transport = transport;
        this.outages = outages;
        this.meters = meters;
        this.trace = trace;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return whether there was anything to do, so that more may be waiting */
    boolean run() throws InterruptedException {
        transport.closeIdle();
        if (!transport.isReachable()) {
            List<Mail> due = mails.due(clock.instant(), settings.batch());
            due.forEach(mail -> store(mail, deliverMail.putOff(mail)));
            return due.size() == settings.batch();
        }
        List<Mail> due = mails.due(clock.instant(), transport.isProbing() ? 1 : settings.batch());
        if (due.isEmpty()) {
            due = outages.probe();
        }
        if (!due.isEmpty()) {
            deliver(due, contactsOf(due));
        }
        return !due.isEmpty();
    }

    private @Nullable Map<String, Contact> contactsOf(Collection<Mail> due) {
        try {
            Map<String, Contact> found = contacts.of(
                    due.stream().map(mail -> mail.cause().registrationId()).toList());
            outages.contactsWork();
            return found;
        } catch (ContactsUnavailable e) {
            outages.noticed(Reason.CONTACTS_UNAVAILABLE);
            return null;
        }
    }

    private void deliver(List<Mail> due, @Nullable Map<String, Contact> known) throws InterruptedException {
        Queue<List<Mail>> waiting = new ConcurrentLinkedQueue<>(byRegistration(due));
        List<Thread> lanes = new ArrayList<>();
        for (int lane = 0; lane < Math.min(settings.parallel(), waiting.size()); lane++) {
            lanes.add(Thread.ofVirtual().name("delivery-", lane).start(() -> drain(waiting, known)));
        }
        for (Thread lane : lanes) {
            lane.join();
        }
    }

    /** Mails of one registration go one after the other, the oldest first. */
    private static Collection<List<Mail>> byRegistration(List<Mail> due) {
        Map<String, List<Mail>> groups = new LinkedHashMap<>();
        due.forEach(mail -> groups.computeIfAbsent(mail.cause().registrationId(), id -> new ArrayList<>())
                .add(mail));
        groups.values().forEach(group -> group.sort(Comparator.comparing(Mail::createdAt)));
        return groups.values();
    }

    private void drain(Queue<List<Mail>> waiting, @Nullable Map<String, Contact> known) {
        for (List<Mail> group = waiting.poll(); group != null; group = waiting.poll()) {
            for (Mail mail : group) {
                try {
                    claimAndDeliver(mail, known);
                } catch (RuntimeException e) {
                    log.warn(
                            "mail {} goes on when its lease ends: {}",
                            mail.id(),
                            e.getClass().getSimpleName());
                }
            }
        }
    }

    private void claimAndDeliver(Mail mail, @Nullable Map<String, Contact> known) {
        Mail claimed = mail.claimed(clock.instant(), settings.lease());
        if (ledger.change(mail, claimed)) {
            trace.continued(claimed, () -> store(claimed, attempt(claimed, known)));
        }
    }

    private Mail attempt(Mail claimed, @Nullable Map<String, Contact> known) {
        try {
            return deliverMail.deliver(claimed, known);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            // its message may hold what it was working on (P7)
            log.error("mail {}: {} at {}", claimed.id(), e.getClass().getName(), placeOf(e));
            return claimed.deferred(Reason.INTERNAL_ERROR, false, clock.instant());
        }
    }

    private static String placeOf(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "?" : trace[0].toString();
    }

    private void store(Mail before, Mail after) {
        boolean stored = storing.executeSupplier(() -> ledger.change(before, after));
        if (stored) {
            meters.count(after);
        } else {
            log.info("mail {} was changed by somebody else meanwhile", before.id());
        }
    }
}
