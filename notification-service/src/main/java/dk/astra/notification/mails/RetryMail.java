package dk.astra.notification.mails;

import dk.astra.web.NotFound;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An organiser has a failed mail tried again, or a deferred one at once. */
@Component
public class RetryMail {

    private final Mails mails;
    private final Ledger ledger;
    private final Bell bell;
    private final Clock clock;

    RetryMail(Mails mails, Ledger ledger, Bell bell, Clock clock) {
        this.mails = mails;
        this.ledger = ledger;
        this.bell = bell;
        this.clock = clock;
    }

    /**
     * @param key of the request, where it had one: its repeat is answered with the mail as it is now
     * @throws NotFound when there is no such mail
     * @throws MailNotFailed when it was sent, withdrawn, or is being sent
     */
    public Mail retry(String mailId, @Nullable String key) {
        while (true) {
            Mail mail = mails.find(mailId).orElseThrow(NotFound::new);
            if (key != null && key.equals(mail.retryKey())) {
                return mail;
            }
            if (mail.state() != State.FAILED && mail.state() != State.QUEUED) {
                throw new MailNotFailed(mail.state());
            }
            Mail due = mail.retried(key, clock.instant());
            if (ledger.change(mail, due)) {
                bell.ring();
                return due;
            }
        }
    }
}
