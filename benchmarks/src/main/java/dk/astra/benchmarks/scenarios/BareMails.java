package dk.astra.benchmarks.scenarios;

import dk.astra.benchmarks.platform.Platform;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Reference (d): one connection, mails of the same size as a confirmation, one after the other. */
final class BareMails {

    private static final int BYTES = 6_000;

    record Result(double perSecond) {}

    private BareMails() {}

    static Result send(Platform platform, int count) {
        Session session = Session.getInstance(new Properties());
        String text = "Tilmelding. ".repeat(BYTES / 12);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", platform.port("mail"), null, null);
            long begin = System.nanoTime();
            for (int i = 0; i < count; i++) {
                MimeMessage mail = new MimeMessage(session);
                mail.setFrom(new InternetAddress("tilmelding@astra.example"));
                mail.setRecipient(Message.RecipientType.TO, new InternetAddress("bare" + i + "@skole.example"));
                mail.setSubject("Din plads");
                mail.setText(text, "UTF-8");
                mail.saveChanges();
                transport.sendMessage(mail, mail.getAllRecipients());
            }
            return new Result(count / ((System.nanoTime() - begin) / 1e9));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
