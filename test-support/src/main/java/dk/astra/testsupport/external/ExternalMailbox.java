package dk.astra.testsupport.external;

import dk.astra.testsupport.Mail;
import dk.astra.testsupport.Mailbox;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Somebody's SMTP server; what arrives there cannot be read back. */
record ExternalMailbox(String address) implements Mailbox, NotOurs {

    @Override
    public String smtpHost() {
        return address.substring(0, address.lastIndexOf(':'));
    }

    @Override
    public int smtpPort() {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    @Override
    public List<Mail> mails(String to) {
        return mails();
    }

    @Override
    public List<Mail> mails() {
        return Assumptions.abort("-Dinfra=external: the mailbox behind " + address + " cannot be read");
    }

    @Override
    public void clear() {
        mails();
    }

    @Override
    public void answer(Answer answer) {
        kill9();
    }
}
