package dk.astra.portal.meetings;

import static dk.astra.portal.meetings.MeetingBuilder.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class CalendarObjectsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String BASE = "https://tilmelding.example";

    private final CalendarObjects calendars =
            new CalendarObjects(new MeetingWords(DanishWords.wording()), Clock.fixed(NOON, ZoneOffset.UTC));

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    private String written(Meeting... meetings) {
        return calendars.of(new Feed("Astra: alle netværk", null, List.of(meetings), NOON, BASE));
    }

    private static VEvent only(String text) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().hasErrors()).isFalse();
        return (VEvent) calendar.getComponent(Component.VEVENT).orElseThrow();
    }

    private static String value(VEvent entry, String name) {
        return entry.getProperty(name).map(Property::getValue).orElse("");
    }

    private static Instant start(VEvent entry) {
        return ZonedDateTime.class
                .cast(entry.getStartDate().orElseThrow().getDate())
                .toInstant();
    }

    @Test
    void tellsACalendarAllItNeeds() throws Exception {
        String text = written(aMeeting().build());

        VEvent entry = only(text);
        assertThat(value(entry, "UID")).isEqualTo("m1@tilmelding.astra.dk");
        assertThat(value(entry, "SEQUENCE")).isEqualTo("3");
        assertThat(value(entry, "LAST-MODIFIED")).isEqualTo("20261120T081500Z");
        assertThat(value(entry, "DTSTAMP")).isEqualTo("20261122T120000Z");
        assertThat(value(entry, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(entry, "TRANSP")).isEqualTo("TRANSPARENT");
        assertThat(value(entry, "LOCATION")).isEqualTo("Huset ved åen, Åvej 1, 4180 Sorø");
        assertThat(value(entry, "URL")).isEqualTo(BASE + "/arrangementer/m1");
        assertThat(value(entry, "ORGANIZER")).isEqualTo("mailto:eud@astra.example");
        assertThat(value(entry, "DESCRIPTION"))
                .startsWith("Tilmeldingsfrist: søndag d. 13. juni 2027 kl. 9.00\n\nVi arbejder med forløb.")
                .endsWith(BASE + "/arrangementer/m1");
        assertThat(text)
                .contains("METHOD:PUBLISH", "X-WR-CALNAME:Astra: alle netværk")
                .contains("DTSTART;TZID=Europe/Copenhagen:20270615T090000")
                .contains("DTEND;TZID=Europe/Copenhagen:20270615T150000")
                .contains("BEGIN:VTIMEZONE", "TZID:Europe/Copenhagen")
                .contains("\r\n")
                .doesNotContain("Berlin");
    }

    @Test
    void keepsNineOClockWhenClocksChange() throws Exception {
        VEvent winter = only(
                written(aMeeting().from(LocalDateTime.of(2027, 3, 27, 9, 0)).build()));
        VEvent summer = only(
                written(aMeeting().from(LocalDateTime.of(2027, 3, 28, 9, 0)).build()));

        assertThat(start(winter)).isEqualTo(Instant.parse("2027-03-27T08:00:00Z"));
        assertThat(start(summer)).isEqualTo(Instant.parse("2027-03-28T07:00:00Z"));
    }

    @Test
    void keepsACancelledMeetingAsCancelled() throws Exception {
        VEvent entry = only(written(aMeeting().inStatus("CANCELLED").build()));

        assertThat(value(entry, "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(entry, "UID")).isEqualTo("m1@tilmelding.astra.dk");
        assertThat(value(entry, "SUMMARY")).isEqualTo("Aflyst: Temadag om energi");
        assertThat(value(entry, "DESCRIPTION")).startsWith("Oplægsholderen er syg");
    }

    @Test
    void letsNoTextBreakOutOfItsLine() throws Exception {
        String text = written(aMeeting()
                .withTitle("Lys; mørke, \"og\"\r\nEND:VEVENT\u0007 <b>")
                .withDescription("En\r\nto\u2028tre\u0000; fire, fem")
                .build());

        VEvent entry = only(text);
        assertThat(value(entry, "SUMMARY")).isEqualTo("Lys; mørke, \"og\" END:VEVENT <b>");
        assertThat(value(entry, "DESCRIPTION")).contains("En\nto\ntre ; fire, fem");
        assertThat(text.lines().filter(line -> line.equals("END:VEVENT"))).hasSize(1);
        assertThat(text).doesNotContain("\u0007", "\u0000");
    }

    @Test
    void writesManyAndNone() throws Exception {
        String many = written(aMeeting().build(), aMeeting().withId("m2").build());

        assertThat(many.lines().filter("BEGIN:VEVENT"::equals)).hasSize(2);
        assertThat(many.lines().filter("BEGIN:VTIMEZONE"::equals)).hasSize(1);
        assertThat(written()).contains("END:VCALENDAR").doesNotContain("BEGIN:VEVENT");
    }
}
