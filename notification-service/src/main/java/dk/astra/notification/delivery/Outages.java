package dk.astra.notification.delivery;

import dk.astra.notification.mails.Mail;
import dk.astra.notification.mails.Mails;
import dk.astra.notification.mails.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Remembers that mails wait for the mail server or for registration-service, lets one of them find out whether it is
 * back, and makes the others due as soon as it is: recovery takes seconds, however long their own pauses have become.
 */
@Component
class Outages {

    private static final Logger log = LoggerFactory.getLogger(Outages.class);
    private static final Set<Reason> MAIL_SERVER =
            Set.of(Reason.SMTP_UNREACHABLE, Reason.SMTP_REFUSED, Reason.SMTP_DEFERRED);
    private static final Set<Reason> CONTACTS = Set.of(Reason.CONTACTS_UNAVAILABLE);
    private static final int A_SERIES = 3;
    private static final Duration PROBE = Duration.ofSeconds(1);
    private static final Duration POLITE_PROBE = Duration.ofSeconds(10);

    private final Mails mails;
    private final Clock clock;
    private final Set<Reason> current = ConcurrentHashMap.newKeySet();
    private final AtomicInteger deferredInARow = new AtomicInteger();
    private volatile Instant nextProbe = Instant.EPOCH;

    Outages(Mails mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
        // what waited when the last process ended waits still
        current.addAll(MAIL_SERVER);
        current.addAll(CONTACTS);
    }

    /** A single 4xx is about one mailbox; a series of them is about the server. */
    void noticed(Reason reason) {
        if (reason == Reason.SMTP_DEFERRED && deferredInARow.incrementAndGet() < A_SERIES) {
            return;
        }
        if ((MAIL_SERVER.contains(reason) || CONTACTS.contains(reason)) && current.add(reason)) {
            log.warn("outage: {}", reason);
        }
    }

    /** The mail server took a mail, or said its final word on it. */
    void mailServerWorks(Mail mail) {
        deferredInARow.set(0);
        if (mail.reason() == Reason.SMTP_DEFERRED) {
            current.add(Reason.SMTP_DEFERRED);
        }
        over(MAIL_SERVER);
    }

    void contactsWork() {
        over(CONTACTS);
    }

    private void over(Set<Reason> reasons) {
        List<Reason> ended = reasons.stream().filter(current::remove).sorted().toList();
        if (!ended.isEmpty()) {
            long released = mails.release(ended, clock.instant());
            if (released > 0) {
                log.info("outage over: {}, {} mails are due again", ended, released);
            }
        }
    }

    /** The one mail that finds out, when nothing else is due. */
    List<Mail> probe() {
        Instant now = clock.instant();
        if (current.isEmpty() || now.isBefore(nextProbe)) {
            return List.of();
        }
        List<Reason> reasons = List.copyOf(current);
        nextProbe = now.plus(reasons.equals(List.of(Reason.SMTP_DEFERRED)) ? POLITE_PROBE : PROBE);
        List<Mail> oldest = mails.waitingFor(reasons, 1);
        if (oldest.isEmpty()) {
            reasons.forEach(current::remove);
        }
        return oldest;
    }

    /** Reasons for which mails wait, as far as this process knows. */
    Set<Reason> current() {
        return Set.copyOf(current);
    }
}
