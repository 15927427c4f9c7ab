package dk.astra.notification.delivery;

import dk.astra.notification.mails.Ledger;
import dk.astra.notification.mails.Mail;
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

/**
 * Delivers mails side by side: claims each, has it delivered, and stores what became of it. What cannot be stored
 * after all is claimed again when its lease has run out, and goes out a second time under the same Message-ID (P5).
 */
@Component
class Lanes {

    private static final Logger log = LoggerFactory.getLogger(Lanes.class);

    private final Ledger ledger;
    private final DeliverMail deliverMail;
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

    Lanes(
            Ledger ledger,
            DeliverMail deliverMail,
            DeliveryMeters meters,
            Trace trace,
            DeliverySettings settings,
            Clock clock) {
        this.ledger = ledger;
        this.deliverMail = deliverMail;
        this.meters = meters;
        this.trace = trace;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns when each mail was delivered or put off, or belongs to somebody else. */
    void deliver(List<Mail> due, Newest.Look newest, @Nullable Addressees contacts) throws InterruptedException {
        Queue<List<Mail>> waiting = new ConcurrentLinkedQueue<>(byRegistration(due));
        List<Thread> lanes = new ArrayList<>();
        int parallel = Math.min(settings.parallel(), waiting.size());
        for (int lane = 0; lane < parallel; lane++) {
            lanes.add(Thread.ofVirtual().name("delivery-", lane).start(() -> drain(waiting, newest, contacts)));
        }
        for (Thread lane : lanes) {
            lane.join();
        }
    }

    /** For a mail that is due while the mail server is away. */
    void putOff(Mail mail) {
        store(mail, deliverMail.putOff(mail));
    }

    /** Mails of one registration go one after the other, the oldest first. */
    private static Collection<List<Mail>> byRegistration(List<Mail> due) {
        Map<String, List<Mail>> groups = new LinkedHashMap<>();
        due.forEach(mail -> groups.computeIfAbsent(mail.cause().registrationId(), id -> new ArrayList<>())
                .add(mail));
        groups.values().forEach(group -> group.sort(Comparator.comparing(Mail::createdAt)));
        return groups.values();
    }

    private void drain(Queue<List<Mail>> waiting, Newest.Look newest, @Nullable Addressees contacts) {
        for (List<Mail> group = waiting.poll(); group != null; group = waiting.poll()) {
            for (Mail mail : group) {
                try {
                    claimAndDeliver(mail, newest, contacts);
                } catch (RuntimeException | LinkageError e) {
                    log.warn(
                            "mail {} goes on when its lease ends: {}",
                            mail.id(),
                            e.getClass().getSimpleName());
                }
            }
        }
    }

    private void claimAndDeliver(Mail mail, Newest.Look newest, @Nullable Addressees contacts) {
        Mail claimed = mail.claimed(clock.instant(), settings.lease());
        if (ledger.change(mail, claimed)) {
            trace.continued(claimed, () -> store(claimed, attempt(claimed, newest, contacts)));
        }
    }

    private Mail attempt(Mail claimed, Newest.Look newest, @Nullable Addressees contacts) {
        try {
            return deliverMail.deliver(claimed, newest, contacts);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            // its message may hold what it was working on (P7)
            log.error("mail {}: {} at {}", claimed.id(), e.getClass().getName(), placeOf(e));
            return claimed.deferred(Reason.INTERNAL_ERROR, false, clock.instant());
        }
    }

    private static String placeOf(RuntimeException failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return frames.length == 0 ? "?" : frames[0].toString();
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
