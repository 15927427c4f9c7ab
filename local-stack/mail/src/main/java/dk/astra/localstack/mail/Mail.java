package dk.astra.localstack.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One mail with the parts a reader sees; a part that is not there is null. */
record Mail(
        MailSummary summary,
        @Nullable String text,
        @Nullable String html,
        @Nullable String calendar,
        String raw) {

    static Mail read(MailSummary summary, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String raw = new String(bytes, StandardCharsets.UTF_8);
        try {
            Parts parts = new Parts();
            parts.collect(new MimeMessage(MailSummary.SESSION, new ByteArrayInputStream(bytes)));
            return new Mail(summary, parts.text, parts.html, parts.calendar, raw);
        } catch (MessagingException | IOException unreadable) {
            // what a broken mail looks like is what its author needs to see
            return new Mail(summary, null, null, null, raw);
        }
    }

    private static final class Parts {
        private @Nullable String text;
        private @Nullable String html;
        private @Nullable String calendar;

        void collect(Part part) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart all) {
                for (int i = 0; i < all.getCount(); i++) {
                    BodyPart inner = all.getBodyPart(i);
                    collect(inner);
                }
            } else if (part.isMimeType("text/calendar") || part.isMimeType("application/ics")) {
                calendar = calendar == null ? content(part) : calendar;
            } else if (part.isMimeType("text/html")) {
                html = html == null ? content(part) : html;
            } else if (part.isMimeType("text/*")) {
                text = text == null ? content(part) : text;
            }
        }

        private static String content(Part part) throws MessagingException, IOException {
            Object content = part.getContent();
            if (content instanceof String string) {
                return string;
            }
            try (InputStream in = part.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
