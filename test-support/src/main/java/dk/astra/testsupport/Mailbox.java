package dk.astra.testsupport;

import java.util.List;

/** The SMTP server that tests send to, and what it received. */
public interface Mailbox extends Faults {

    String smtpHost();

    int smtpPort();

    /** What arrived for one address, oldest first. */
    List<Mail> mails(String to);

    /** Everything that arrived, oldest first. */
    List<Mail> mails();

    /** Forgets what arrived. */
    void clear();

    /** How the server answers from now on. */
    void answer(Answer answer);

    /** How an SMTP server may treat those who send. */
    enum Answer {
        /** takes every mail */
        NONE,
        /** 4xx: come back later */
        DEFER,
        /** 5xx: never */
        REFUSE,
        /** the port is closed */
        DOWN
    }
}
