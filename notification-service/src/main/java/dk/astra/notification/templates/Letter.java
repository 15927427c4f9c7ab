package dk.astra.notification.templates;

import java.util.List;

/**
 * What a mail says, in one language, before it is laid out.
 *
 * @param language {@code da} or {@code en}
 * @param facts the meeting's facts, label and value
 * @param programme lines of the programme, time and title; empty where there is none
 * @param why why the reader gets this mail
 */
public record Letter(
        String language,
        String subject,
        String heading,
        String greeting,
        List<String> paragraphs,
        List<Line> facts,
        String programmeTitle,
        List<Line> programme,
        String linkText,
        String link,
        String why) {

    /** A label and what belongs to it. */
    public record Line(String label, String value) {}

    /** Without the person: also an accident must not log it (P7). */
    @Override
    public String toString() {
        return "letter";
    }
}
