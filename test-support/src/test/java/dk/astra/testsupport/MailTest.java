package dk.astra.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailTest {

    @Test
    void readsPropertiesOfTheCalendarObjectAcrossFolds() {
        Mail mail = new Mail(
                "1",
                "<1@x>",
                "a@b.example",
                "Emne",
                null,
                "Se http://localhost:8080/min-tilmelding#abc her",
                null,
                "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nDTSTART;TZID=Europe/Copenhagen:20270105T09\r\n 0000\r\nEND:VCALENDAR\r\n");
        assertThat(mail.calendarMethod()).isEqualTo("REQUEST");
        assertThat(mail.calendarProperty("DTSTART")).isEqualTo("20270105T090000");
        assertThat(mail.calendarProperty("UID")).isNull();
        assertThat(mail.linkWith("min-tilmelding")).isEqualTo("http://localhost:8080/min-tilmelding#abc");
    }
}
