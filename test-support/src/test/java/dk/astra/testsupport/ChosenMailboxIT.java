package dk.astra.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The mailbox of {@code -Dinfra}: embedded, containers or external. */
class ChosenMailboxIT {

    private final Mailbox mailbox = Infrastructure.current().mailbox();

    @AfterEach
    void takesMailsAgain() {
        mailbox.answer(Mailbox.Answer.NONE);
    }

    @Test
    void showsWhatArrivedToWhomItWasSent() throws IOException {
        String to = "modtager-" + UUID.randomUUID() + "@skole.example";
        assertThat(send(to)).startsWith("250");

        Mail mail = mailbox.mails(to).getFirst();
        assertThat(mail.to()).contains(to);
        assertThat(mail.messageId()).contains(to);
        assertThat(mail.subject()).isEqualTo("Bekræftelse");
        assertThat(mail.text()).contains("Vi ses på Ærø");
        assertThat(mail.calendarMethod()).isEqualTo("REQUEST");
        assertThat(mailbox.mails("nobody@skole.example")).isEmpty();
    }

    @Test
    void answersAsTheTestWants() throws IOException {
        mailbox.answer(Mailbox.Answer.DEFER);
        assertThat(send("udsat@skole.example")).startsWith("4");
        mailbox.answer(Mailbox.Answer.REFUSE);
        assertThat(send("afvist@skole.example")).startsWith("5");
        mailbox.answer(Mailbox.Answer.DOWN);
        assertThat(send("lukket@skole.example")).isEqualTo("no connection");
        mailbox.answer(Mailbox.Answer.NONE);
        assertThat(send("igen@skole.example")).startsWith("250");
    }

    @Test
    void forgets() throws IOException {
        send("glemt@skole.example");
        mailbox.clear();
        assertThat(mailbox.mails()).isEmpty();
    }

    /** Talks plain SMTP, and answers the first refusal or the last reply. */
    private String send(String to) throws IOException {
        List<String> talk = List.of(
                "EHLO test.example", "MAIL FROM:<astra@astra.example>", "RCPT TO:<" + to + ">", "DATA", """
                From: astra@astra.example
                To: %1$s
                Subject: =?UTF-8?Q?Bekr=C3=A6ftelse?=
                Message-ID: <%1$s>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="part"

                --part
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                Vi ses på Ærø
                --part
                Content-Type: text/calendar; charset=UTF-8; method=REQUEST

                BEGIN:VCALENDAR
                METHOD:REQUEST
                END:VCALENDAR
                --part--
                .""".formatted(
                                to)
                        .replace("\n", "\r\n"));
        try (Socket socket = new Socket(mailbox.smtpHost(), mailbox.smtpPort())) {
            socket.setSoTimeout(10_000);
            BufferedReader replies =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            Writer lines = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
            String reply = reply(replies);
            for (String line : talk) {
                if (reply.isEmpty() || reply.charAt(0) > '3') {
                    return reply;
                }
                lines.write(line + "\r\n");
                lines.flush();
                reply = reply(replies);
            }
            return reply;
        } catch (ConnectException e) {
            return "no connection";
        }
    }

    private static String reply(BufferedReader replies) throws IOException {
        String line = replies.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = replies.readLine();
        }
        return line == null ? "" : line;
    }
}
