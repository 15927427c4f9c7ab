package dk.astra.notification.delivery;

import dk.astra.notification.mails.Reason;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What an SMTP failure means (RFC 5321, 4.2.1). A server's words hold the address that it speaks of, so they are
 * read here and go nowhere else.
 */
final class SmtpAnswers {

    private SmtpAnswers() {}

    /** A failure while connecting or signing in. */
    static Handover.Deferred toConnecting(MessagingException failure, int lastCode) {
        boolean refused = failure instanceof AuthenticationFailedException || (lastCode >= 500 && !isBroken(failure));
        return new Handover.Deferred(refused ? Reason.SMTP_REFUSED : Reason.SMTP_UNREACHABLE, false);
    }

    /** A failure while one mail was handed over. */
    static Handover toSending(MessagingException failure, int lastCode) {
        if (failure instanceof AddressException) {
            return new Handover.Refused(Reason.ADDRESS_REFUSED);
        }
        SMTPAddressFailedException recipient = find(failure, SMTPAddressFailedException.class);
        if (recipient != null) {
            return toRecipient(recipient.getReturnCode(), String.valueOf(recipient.getMessage()));
        }
        if (find(failure, SMTPSenderFailedException.class) != null) {
            return toSender(lastCode);
        }
        SMTPSendFailedException refused = find(failure, SMTPSendFailedException.class);
        if (refused != null) {
            return String.valueOf(refused.getCommand()).startsWith("MAIL")
                    ? toSender(refused.getReturnCode())
                    : toContent(refused.getReturnCode());
        }
        if (failure instanceof SendFailedException && !isBroken(failure)) {
            return new Handover.Refused(Reason.ADDRESS_REFUSED);
        }
        return isBroken(failure) || lastCode < 0
                ? new Handover.Deferred(Reason.SMTP_UNREACHABLE, false)
                : toContent(lastCode);
    }

    private static Handover toRecipient(int code, String words) {
        boolean weMayNotRelay =
                code == 530 || code == 535 || words.toLowerCase(Locale.ROOT).contains("relay");
        if (code >= 500) {
            return weMayNotRelay
                    ? new Handover.Deferred(Reason.SMTP_REFUSED, true)
                    : new Handover.Refused(Reason.ADDRESS_REFUSED);
        }
        return later(code);
    }

    private static Handover toSender(int code) {
        return code >= 500 ? new Handover.Deferred(Reason.SMTP_REFUSED, true) : later(code);
    }

    private static Handover toContent(int code) {
        return code >= 500 ? new Handover.Refused(Reason.CONTENT_REFUSED) : later(code);
    }

    /** 421 closes the connection: the server goes away, whatever the mail. */
    private static Handover later(int code) {
        return code == 421 || code < 400
                ? new Handover.Deferred(Reason.SMTP_UNREACHABLE, false)
                : new Handover.Deferred(Reason.SMTP_DEFERRED, true);
    }

    private static boolean isBroken(MessagingException failure) {
        return find(failure, java.io.IOException.class) != null;
    }

    private static <T extends Exception> @Nullable T find(Exception failure, Class<T> type) {
        Throwable next = failure;
        for (int depth = 0; next != null && depth < 10; depth++) {
            if (type.isInstance(next)) {
                return type.cast(next);
            }
            next = next instanceof MessagingException chained ? chained.getNextException() : next.getCause();
        }
        return null;
    }
}
