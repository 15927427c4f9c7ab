package dk.astra.localstack.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;

/** The line of a mail in the list: who it was delivered to, what about and when. */
record MailSummary(String id, String messageId, List<String> to, String subject, Instant receivedAt) {

    static final Session SESSION = Session.getInstance(new Properties());

    static MailSummary of(String id, MimeMessage message, List<String> recipients) throws MessagingException {
        String messageId = message.getMessageID();
        String subject = message.getSubject();
        long tick = Long.parseLong(id, 16);
        return new MailSummary(
                id,
                messageId == null ? "" : messageId,
                recipients,
                subject == null ? "" : subject,
                Instant.ofEpochSecond(tick / 1_000_000, tick % 1_000_000 * 1000));
    }

    static MailSummary read(String id, Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            MimeMessage message = new MimeMessage(SESSION, in);
            String[] recipients = message.getHeader("Delivered-To");
            return of(id, message, recipients == null ? List.of() : List.of(recipients));
        } catch (MessagingException e) {
            throw new IOException("The mail " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
