package dk.astra.notification.delivery;

import dk.astra.notification.calendar.CalendarObject;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * Mails in MIME: text and HTML, and where there is a calendar object the same once as an alternative, which mail
 * programs turn into an invitation, and once as a file, for those that do not.
 */
final class MimeMails {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String DOMAIN = "tilmelding.astra.dk";

    static {
        // named, or Jakarta Mail looks for it on the whole class path at every part of every mail
        System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
    }

    private final Session session;
    private final InternetAddress from;
    private final Clock clock;

    MimeMails(Session session, String from, Clock clock) {
        this.session = session;
        this.clock = clock;
        try {
            this.from = new InternetAddress(from, true);
            if (this.from.getPersonal() != null) {
                this.from.setPersonal(this.from.getPersonal(), UTF_8);
            }
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalArgumentException("delivery.from is not an address like: Astra <post@astra.example>", e);
        }
    }

    /** @throws AddressException when the addressee's address is none */
    MimeMessage of(OutgoingMail mail) throws MessagingException {
        MimeMessage message = new WithFixedId(session, "<" + mail.mailId() + "@" + DOMAIN + ">");
        message.setFrom(from);
        message.setReplyTo(new InternetAddress[] {address(mail.replyTo(), mail.replyToName())});
        message.setRecipient(
                MimeMessage.RecipientType.TO,
                address(mail.to().email(), mail.to().name()));
        message.setSubject(oneLine(mail.subject()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(content(mail));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart content(OutgoingMail mail) throws MessagingException {
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(mail.text(), "text/plain; charset=UTF-8", "quoted-printable"));
        alternatives.addBodyPart(part(mail.html(), "text/html; charset=UTF-8", "quoted-printable"));
        CalendarObject calendar = mail.calendar();
        if (calendar == null) {
            return alternatives;
        }
        String type = "text/calendar; charset=UTF-8; method=" + calendar.method();
        alternatives.addBodyPart(part(calendar.text(), type, "base64"));
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(alternatives);
        MimeBodyPart file = part(calendar.text(), "application/ics; name=\"" + calendar.fileName() + "\"", "base64");
        file.setFileName(calendar.fileName());
        file.setDisposition(MimeBodyPart.ATTACHMENT);
        return new MimeMultipart("mixed", first, file);
    }

    private static MimeBodyPart part(String content, String type, String encoding) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Transfer-Encoding", encoding);
        part.setHeader("Content-Type", type);
        return part;
    }

    private static InternetAddress address(String email, String name) throws AddressException {
        InternetAddress address = new InternetAddress(email.strip(), true);
        try {
            address.setPersonal(oneLine(name), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return address;
    }

    /** A line break in a title or a name must not become a header. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** A repeated mail has the same Message-ID, so that a reader's program can fold the copies into one (P5). */
    private static final class WithFixedId extends MimeMessage {

        private final String id;

        WithFixedId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
