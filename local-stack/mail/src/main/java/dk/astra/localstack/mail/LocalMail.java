package dk.astra.localstack.mail;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * Takes mail over SMTP and shows it on a page until SIGTERM: {@code --port N --web-port M --data DIR}. Prints
 * {@code READY port=N web-port=M} when both answer; port 0 picks a free one.
 */
public final class LocalMail {

    static final int REFUSED = 2;

    private LocalMail() {}

    public static void main(String[] args) {
        // named, or Jakarta Mail looks for it on the whole class path at every part of every mail
        System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
        try {
            MailSettings settings = MailSettings.parse(args);
            Mailbox mailbox = Mailbox.open(settings.data());
            SmtpListener smtp = new SmtpListener(settings.port(), mailbox);
            MailPages pages = new MailPages(settings.webPort(), mailbox, smtp);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                pages.stop();
                                smtp.close();
                            },
                            "stop"));
            System.out.println("READY port=" + smtp.port() + " web-port=" + pages.port());
        } catch (FileSystemException e) {
            refuse("The folder " + e.getFile() + " cannot be used for mails: "
                    + (e.getReason() == null ? e.getClass().getSimpleName() : e.getReason()) + ".");
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            refuse(String.valueOf(e.getMessage()));
        }
    }

    private static void refuse(String sentence) {
        System.err.println(sentence);
        Runtime.getRuntime().halt(REFUSED);
    }
}
