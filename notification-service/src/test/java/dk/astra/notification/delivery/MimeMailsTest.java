package dk.astra.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.notification.calendar.CalendarObject;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MimeMailsTest {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final String ICS = "BEGIN:VCALENDAR\r\nSUMMARY:Ærø\r\nEND:VCALENDAR\r\n";

    private final MimeMails mimeMails = new MimeMails(SESSION, "Astra <tilmelding@astra.example>", Clock.systemUTC());

    @Test
    void saysWhoWritesToWhomAndThatAMachineDoes() throws Exception {
        MimeMessage mail = overTheWire(mail("Bekræftelse: Ærø", null));
        assertThat(mail.getFrom()[0]).hasToString("Astra <tilmelding@astra.example>");
        assertThat(((InternetAddress) mail.getReplyTo()[0]).getAddress()).isEqualTo("arrangementer@astra.example");
        InternetAddress to = (InternetAddress) mail.getRecipients(MimeMessage.RecipientType.TO)[0];
        assertThat(to.getAddress()).isEqualTo("aase@skole.example");
        assertThat(to.getPersonal()).isEqualTo("Åse Øst");
        assertThat(mail.getSubject()).isEqualTo("Bekræftelse: Ærø");
        assertThat(mail.getMessageID()).isEqualTo("<mail-1@tilmelding.astra.dk>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSentDate()).isNotNull();
    }

    @Test
    void isTextAndHtmlWithoutCalendar() throws Exception {
        MimeMessage mail = overTheWire(mail("x", null));
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Kære Åse");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Kære Åse</p>");
    }

    @Test
    void carriesTheCalendarAsAlternativeAndAsFile() throws Exception {
        MimeMessage mail = overTheWire(mail("x", new CalendarObject("REQUEST", ICS)));
        assertThat(mail.getContentType()).startsWith("multipart/mixed");
        Multipart mixed = (Multipart) mail.getContent();
        assertThat(mixed.getCount()).isEqualTo(2);
        Multipart alternatives = (Multipart) mixed.getBodyPart(0).getContent();
        assertThat(alternatives.getCount()).isEqualTo(3);
        BodyPart invitation = alternatives.getBodyPart(2);
        assertThat(invitation.getContentType())
                .startsWith("text/calendar")
                .contains("method=REQUEST")
                .contains("charset=UTF-8");
        assertThat(bytes(invitation)).isEqualTo(ICS);
        BodyPart file = mixed.getBodyPart(1);
        assertThat(file.getDisposition()).isEqualTo("attachment");
        assertThat(file.getFileName()).isEqualTo("arrangement.ics");
        assertThat(bytes(file)).isEqualTo(ICS);
    }

    @Test
    void makesNoHeaderOfALineBreak() throws Exception {
        MimeMessage mail = overTheWire(mail("Fest\r\nBcc: alle@skole.example\r\n\r\nHej", null));
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("Fest Bcc: alle@skole.example Hej");
    }

    private MimeMessage overTheWire(OutgoingMail mail) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mimeMails.of(mail).writeTo(out);
        return new MimeMessage(SESSION, new ByteArrayInputStream(out.toByteArray()));
    }

    private static String bytes(BodyPart part) throws Exception {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static OutgoingMail mail(String subject, @Nullable CalendarObject calendar) {
        return new OutgoingMail(
                "mail-1",
                new Contact("reg-1", "Åse Øst", "aase@skole.example", "da", "https://x.example/abc", "person-1", false),
                "arrangementer@astra.example",
                "Arrangementer",
                subject,
                "Kære Åse",
                "<p>Kære Åse</p>",
                calendar);
    }
}
