package dk.astra.systemtests.flows;

import dk.astra.systemtests.Participant;
import dk.astra.systemtests.Stack;
import dk.astra.testsupport.Mail;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** Mailboxes of the people of a flow. */
final class Post {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stack stack;

    Post(Stack stack) {
        this.stack = stack;
    }

    /**
     * The newest mail of a kind, in the language of the visit; waits for it.
     *
     * @param kind as the bundle of mails names it
     */
    Mail mail(Guest guest, Participant to, String kind) {
        return mail(to, guest.words().subject(kind));
    }

    private Mail mail(Participant to, String subject) {
        Awaitility.await("“" + subject + "” to " + to.email())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> !those(to, subject).isEmpty());
        return those(to, subject).getLast();
    }

    private List<Mail> those(Participant to, String subject) {
        return all(to).stream()
                .filter(mail -> mail.subject().startsWith(subject))
                .toList();
    }

    List<Mail> all(Participant to) {
        return stack.mails(to.email());
    }

    /** How many of a kind there are, without waiting. */
    long count(Guest guest, Participant to, String kind) {
        return those(to, guest.words().subject(kind)).size();
    }
}
