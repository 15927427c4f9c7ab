package dk.astra.notification.templates;

import dk.astra.contracts.meetings.MeetingState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as they are written in Danish and English. */
final class MeetingTimes {

    private static final Locale DANISH = Locale.forLanguageTag("da-DK");
    private static final DateTimeFormatter DANISH_DAY = DateTimeFormatter.ofPattern("EEEE 'd.' d. MMMM yyyy", DANISH);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter DANISH_TIME = DateTimeFormatter.ofPattern("H.mm", DANISH);
    private static final DateTimeFormatter ENGLISH_TIME = DateTimeFormatter.ofPattern("H:mm", Locale.UK);

    private MeetingTimes() {}

    /** {@code onsdag d. 13. marts 2024}. */
    static String day(MeetingState meeting, String language) {
        return dayFormat(language).format(meeting.startsAt());
    }

    /** {@code onsdag d. 13. marts 2024 kl. 9.30-15.30}; both days where it goes over midnight. */
    static String when(MeetingState meeting, String language) {
        boolean oneDay =
                meeting.startsAt().toLocalDate().equals(meeting.endsAt().toLocalDate());
        String from = dayFormat(language).format(meeting.startsAt())
                + at(language)
                + time(meeting.startsAt().toLocalTime(), language);
        String to = time(meeting.endsAt().toLocalTime(), language);
        return oneDay
                ? from + "-" + to
                : from + " - " + dayFormat(language).format(meeting.endsAt()) + at(language) + to;
    }

    /** {@code torsdag d. 3. december 2026 kl. 12.00}, where the meeting is. */
    static String moment(Instant moment, MeetingState meeting, String language) {
        LocalDateTime there = LocalDateTime.ofInstant(moment, meeting.zone());
        return dayFormat(language).format(there) + at(language) + time(there.toLocalTime(), language);
    }

    /** {@code mandag d. 11. marts 2024 kl. 12.00}. */
    static String registrationCloses(MeetingState meeting, String language) {
        return dayFormat(language).format(meeting.registrationClosesAt())
                + at(language)
                + time(meeting.registrationClosesAt().toLocalTime(), language);
    }

    static String time(LocalTime time, String language) {
        return (isEnglish(language) ? ENGLISH_TIME : DANISH_TIME).format(time);
    }

    private static String at(String language) {
        return isEnglish(language) ? " at " : " kl. ";
    }

    private static DateTimeFormatter dayFormat(String language) {
        return isEnglish(language) ? ENGLISH_DAY : DANISH_DAY;
    }

    private static boolean isEnglish(String language) {
        return language.equals("en");
    }
}
