package dk.astra.notification.calendar;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.contracts.meetings.MeetingState;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

class InvitationsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Invitations invitations = new Invitations(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void invitesWithEverythingACalendarNeeds() throws Exception {
        CalendarObject written = invitations.request(seat(summer()));
        Calendar calendar = parsed(written);
        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(written.method()).isEqualTo("REQUEST");
        assertThat(written.fileName()).isEqualTo("arrangement.ics");
        assertThat(value(calendar, "METHOD")).isEqualTo("REQUEST");
        VEvent event = event(calendar);
        assertThat(value(event, "UID")).isEqualTo("reg-1@tilmelding.astra.dk");
        assertThat(value(event, "SEQUENCE")).isEqualTo("7");
        assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(event, "SUMMARY")).isEqualTo("Temadag; om energi, og \"mere\"");
        assertThat(value(event, "LOCATION")).isEqualTo("Huset ved åen, Sorø");
        assertThat(value(event, "DESCRIPTION")).contains("https://tilmelding.example/min/abc");
        assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:arrangementer@astra.example");
        assertThat(value(event, "ATTENDEE")).isEqualTo("mailto:aase.o@skole.example");
        assertThat(value(event, "DTSTAMP")).isEqualTo("20261122T120000Z");
        assertThat(value(event, "LAST-MODIFIED")).isEqualTo("20261122T115900Z");
        assertThat(written.text()).contains("\r\n").doesNotContain("\n\n");
    }

    @Test
    void keepsLocalTimeWithItsZone() throws Exception {
        CalendarObject written = invitations.request(seat(summer()));
        assertThat(written.text())
                .contains("DTSTART;TZID=Europe/Copenhagen:20270615T090000")
                .contains("DTEND;TZID=Europe/Copenhagen:20270615T150000")
                .contains("BEGIN:VTIMEZONE")
                .contains("TZID:Europe/Copenhagen")
                .doesNotContain("Berlin")
                .doesNotContain("tzurl");
        ZonedDateTime start = ZonedDateTime.class.cast(
                event(parsed(written)).getStartDate().orElseThrow().getDate());
        assertThat(start.toInstant())
                .isEqualTo(LocalDateTime.of(2027, 6, 15, 9, 0)
                        .atZone(ZoneId.of("Europe/Copenhagen"))
                        .toInstant());
    }

    @Test
    void cancelsTheSameEntry() throws Exception {
        CalendarObject written = invitations.cancel(seat(summer()));
        Calendar calendar = parsed(written);
        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(value(calendar, "METHOD")).isEqualTo("CANCEL");
        assertThat(value(event(calendar), "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(event(calendar), "UID")).isEqualTo("reg-1@tilmelding.astra.dk");
        assertThat(written.fileName()).isEqualTo("aflysning.ics");
    }

    @Test
    void takesNamesWithQuotesAndLineBreaks() throws Exception {
        Seat odd = new Seat(
                "reg-1",
                summer(),
                1,
                NOON,
                "Åse \"Ås\" Øst;,\nX",
                "o'brien+x@skole.example",
                "https://x.example/a",
                "Titel\nmed linjer",
                "Sted",
                "Linje 1\nLinje 2");
        CalendarObject written = invitations.request(odd);
        VEvent event = event(parsed(written));
        assertThat(value(event, "SUMMARY")).isEqualTo("Titel\nmed linjer");
        assertThat(value(event, "DESCRIPTION")).isEqualTo("Linje 1\nLinje 2");
        assertThat(value(event, "ATTENDEE")).isEqualTo("mailto:o'brien+x@skole.example");
        assertThat(written.text().lines().filter(line -> line.startsWith("X"))).isEmpty();
    }

    private static Seat seat(MeetingState meeting) {
        return new Seat(
                "reg-1",
                meeting,
                7,
                NOON.minusSeconds(60),
                "Åse Øst",
                "aase.o@skole.example",
                "https://tilmelding.example/min/abc",
                "Temadag; om energi, og \"mere\"",
                "Huset ved åen, Sorø",
                "Ret eller afmeld din tilmelding: https://tilmelding.example/min/abc");
    }

    private static MeetingState summer() {
        return aMeeting().startingAt(LocalDateTime.of(2027, 6, 15, 9, 0)).build();
    }

    private static Calendar parsed(CalendarObject written) throws Exception {
        return new CalendarBuilder().build(new StringReader(written.text()));
    }

    private static VEvent event(Calendar calendar) {
        return (VEvent) calendar.getComponent(Component.VEVENT).orElseThrow();
    }

    private static String value(net.fortuna.ical4j.model.PropertyContainer from, String name) {
        return from.getProperty(name).map(Property::getValue).orElse("");
    }
}
