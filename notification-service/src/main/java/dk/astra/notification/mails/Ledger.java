package dk.astra.notification.mails;

import dk.astra.messaging.PendingFact;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Queues mails once per cause, and stores each transition with the fact that tells of it. */
@Component
public class Ledger {

    private static final Logger log = LoggerFactory.getLogger(Ledger.class);

    private final Mails mails;
    private final MailFacts facts;
    private final Bell bell;

    Ledger(Mails mails, MailFacts facts, Bell bell) {
        this.mails = mails;
        this.facts = facts;
        this.bell = bell;
    }

    /** @return ids of those that were not known yet */
    public Set<String> queue(Collection<Mail> due) {
        Set<String> queued = due.isEmpty() ? Set.of() : mails.insert(due);
        if (!queued.isEmpty()) {
            bell.ring();
        }
        return queued;
    }

    /** What waited for news of this meeting is due now. */
    public void releaseMeeting(String meetingId, Instant now) {
        if (mails.releaseMeeting(meetingId, now) > 0) {
            bell.ring();
        }
    }

    /** @return false when somebody else changed the mail meanwhile; nothing is stored then */
    public boolean change(Mail before, Mail after) {
        boolean stored = mails.change(before, after, factOf(before, after));
        if (stored && after.state() != State.SENDING) {
            log.info(
                    "mail {} is {}{}, attempts {}",
                    after.id(),
                    after.state(),
                    after.reason() == null ? "" : " " + after.reason(),
                    after.attempts());
        }
        return stored;
    }

    /** Of the deferrals only the first and each new reason is told: a night without mail server is one fact. */
    private @Nullable PendingFact factOf(Mail before, Mail after) {
        return switch (after.state()) {
            case SENT -> facts.sent(after);
            case FAILED -> facts.failed(after);
            case QUEUED -> after.reason() == null || after.reason() == before.reason() ? null : facts.deferred(after);
            case SENDING, WITHDRAWN -> null;
        };
    }
}
