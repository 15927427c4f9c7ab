package dk.astra.portal.meetings;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.meetings.Contact;
import dk.astra.contracts.meetings.Venue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** A scheduled meeting; a test states what matters to it. */
final class MeetingBuilder {

    private String id = "m1";
    private String status = "SCHEDULED";
    private String network = "EUD";
    private String side = "EAST";
    private String title = "Temadag om energi";
    private String description = "Vi arbejder med forløb.";
    private LocalDateTime from = LocalDateTime.of(2027, 6, 15, 9, 0);
    private LocalDateTime to = from.plusHours(6);
    private Instant changedAt = Instant.parse("2026-11-20T08:15:00Z");

    static MeetingBuilder aMeeting() {
        return new MeetingBuilder();
    }

    MeetingBuilder withId(String value) {
        id = value;
        return this;
    }

    MeetingBuilder inStatus(String value) {
        status = value;
        return this;
    }

    MeetingBuilder inNetwork(String value) {
        network = value;
        return this;
    }

    MeetingBuilder inSide(String value) {
        side = value;
        return this;
    }

    MeetingBuilder withTitle(String value) {
        title = value;
        return this;
    }

    MeetingBuilder withDescription(String value) {
        description = value;
        return this;
    }

    MeetingBuilder from(LocalDateTime start) {
        return from(start, start.plusHours(6));
    }

    MeetingBuilder from(LocalDateTime start, LocalDateTime end) {
        from = start;
        to = end;
        return this;
    }

    MeetingBuilder changedAt(String value) {
        changedAt = Instant.parse(value);
        return this;
    }

    Meeting build() {
        return new Meeting(
                id,
                3L,
                status,
                "THEME_DAY",
                network,
                "PHYSICAL",
                side,
                null,
                false,
                List.of(),
                new LocalizedText(title, ""),
                new LocalizedText(description, ""),
                null,
                from,
                to,
                new Venue("Huset ved åen", "Åvej 1", "4180", "Sorø", null),
                List.of(),
                List.of(),
                new Contact("Netværkssekretariatet", "eud@astra.example"),
                from.minusDays(60),
                from.minusDays(2),
                from.minusDays(2),
                40,
                status.equals("CANCELLED") ? new LocalizedText("Oplægsholderen er syg", "") : null,
                null,
                changedAt,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    MeetingCard card() {
        return new MeetingCard(build(), null, SignUpState.OPEN, List.of());
    }
}
