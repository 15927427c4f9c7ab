package dk.astra.notification.templates;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.deliveries.MailKind;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.contracts.meetings.MeetingStatus;
import dk.astra.contracts.meetings.Promotion;
import dk.astra.contracts.meetings.Venue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Finds the words of a letter; the bundle {@code mails} holds them, Danish first. */
@Component
public class Letters {

    private static final Set<String> TIME_AND_PLACE = Set.of("startsAt", "endsAt", "venue", "format");

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    public Letters() {
        texts.setBasename("mails");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    /** @param language {@code en}, or anything else for Danish */
    public Letter compose(Occasion occasion, String name, String wantedLanguage, String link) {
        String language = wantedLanguage.equals("en") ? "en" : "da";
        MeetingState meeting = occasion.meeting();
        String key = key(occasion);
        String title = meeting.title().in(language);
        String day = MeetingTimes.day(meeting, language);
        return new Letter(
                language,
                text(language, key + ".subject", title, day, answerBy(occasion, language)),
                text(language, key + ".heading"),
                text(language, "greeting", name),
                paragraphs(occasion, key, language),
                facts(meeting, language),
                text(language, "label.programme"),
                isOver(occasion) ? List.of() : programme(meeting, language),
                text(language, linkText(occasion)),
                link,
                text(language, why(occasion), title, meeting.contact().email()));
    }

    /** Where the meeting is, in one line. */
    public String place(MeetingState meeting, String wantedLanguage) {
        String language = wantedLanguage.equals("en") ? "en" : "da";
        Venue venue = meeting.venue();
        if (venue == null || meeting.format() == MeetingFormat.ONLINE) {
            return text(language, "place.online");
        }
        String place = Stream.of(venue.name(), venue.street(), (venue.postalCode() + " " + venue.town()).strip())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
        return meeting.format() == MeetingFormat.HYBRID ? text(language, "place.hybrid", place) : place;
    }

    private static String key(Occasion occasion) {
        String key = occasion.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        boolean moved = occasion.changed().stream().anyMatch(TIME_AND_PLACE::contains);
        return occasion.kind() == MailKind.MEETING_CHANGED && moved ? "meeting-moved" : key;
    }

    private static boolean isOver(Occasion occasion) {
        return switch (occasion.kind()) {
            case CANCELLED_BY_PARTICIPANT,
                    CANCELLED_BY_ORGANISER,
                    MEETING_CANCELLED,
                    SEAT_GIVEN,
                    OFFER_LAPSED,
                    SEAT_AT_TWIN,
                    INVITATION_CANCELLED -> true;
            case CONFIRMED,
                    WAITLISTED,
                    PROMOTED,
                    MEETING_CHANGED,
                    LINK,
                    MOVED,
                    SEAT_RECEIVED,
                    OFFERED,
                    CONFIRM_EMAIL,
                    GROUP_SIGNED_UP,
                    GROUP_NAMING_DUE,
                    GROUP_LAPSED,
                    GROUP_PLACE_PROMOTED,
                    GROUP_PLACE_CANCELLED,
                    INVITATION,
                    INVITATION_REMINDER,
                    INVITATION_MOVED -> false;
        };
    }

    private static String why(Occasion occasion) {
        return switch (occasion.kind()) {
            case INVITATION, INVITATION_REMINDER, INVITATION_MOVED -> "why.invitation";
            case INVITATION_CANCELLED -> "why.invited";
            default -> "why";
        };
    }

    private static String linkText(Occasion occasion) {
        if (occasion.group()) {
            return "link.group";
        }
        return switch (occasion.kind()) {
            case SEAT_GIVEN, OFFER_LAPSED -> "link.meeting";
            case OFFERED -> "link.answer";
            case INVITATION, INVITATION_REMINDER, INVITATION_MOVED -> "link.invitation";
            case INVITATION_CANCELLED -> "link.invited";
            case CONFIRM_EMAIL -> "link.confirm";
            default -> isOver(occasion) ? "link.see" : "link.manage";
        };
    }

    private List<String> paragraphs(Occasion occasion, String key, String language) {
        MeetingState meeting = occasion.meeting();
        String title = meeting.title().in(language);
        List<String> paragraphs = new ArrayList<>();
        if (!isOver(occasion) && meeting.status() == MeetingStatus.CANCELLED) {
            paragraphs.add(text(language, "notice.cancelled"));
        }
        paragraphs.add(text(
                language, key + ".body", title, MeetingTimes.when(meeting, language), answerBy(occasion, language)));
        LocalizedText reason = meeting.cancellationReason();
        switch (occasion.kind()) {
            case MEETING_CHANGED -> {
                paragraphs.add(text(language, "changed.what", changed(occasion.changed(), language)));
                String now = occasion.waiting() ? "changed.waiting" : "changed.seat";
                paragraphs.add(text(language, occasion.group() ? "changed.group" : now));
            }
            case MEETING_CANCELLED, INVITATION_CANCELLED -> {
                if (reason != null && !reason.in(language).isBlank()) {
                    paragraphs.add(text(language, "cancelled.reason", reason.in(language)));
                }
            }
            case CONFIRMED, PROMOTED, MOVED, SEAT_RECEIVED -> {
                if (occasion.tookEither()) {
                    paragraphs.add(text(language, "either.left"));
                }
                paragraphs.add(text(language, "hindered"));
            }
            case WAITLISTED -> {
                Integer hours = meeting.offerHours();
                if (meeting.promotion() == Promotion.OFFER && hours != null) {
                    paragraphs.add(text(language, "waitlisted.offer", hours));
                }
                paragraphs.add(text(language, "waitlisted.place"));
            }
            case OFFERED -> paragraphs.add(text(language, "offered.not"));
            case CONFIRM_EMAIL -> paragraphs.add(text(language, "confirm-email.not"));
            case OFFER_LAPSED -> paragraphs.add(text(language, "offer-lapsed.again"));
            case SEAT_AT_TWIN -> paragraphs.add(text(language, "seat-at-twin.other"));
            case CANCELLED_BY_PARTICIPANT ->
                paragraphs.add(text(language, occasion.heldSeat() ? "cancelled.seat" : "cancelled.waiting"));
            case CANCELLED_BY_ORGANISER -> paragraphs.add(text(language, "cancelled.ask"));
            case LINK ->
                paragraphs.add(occasion.group() ? text(language, "link.places") : linkState(occasion, language));
            case GROUP_SIGNED_UP -> paragraphs.add(text(language, "group-signed-up.names"));
            case GROUP_NAMING_DUE -> paragraphs.add(text(language, "group-naming-due.otherwise"));
            case GROUP_LAPSED -> paragraphs.add(text(language, "group-lapsed.others"));
            case GROUP_PLACE_PROMOTED -> paragraphs.add(text(language, "group-place-promoted.names"));
            case GROUP_PLACE_CANCELLED -> paragraphs.add(text(language, "cancelled.ask"));
            case SEAT_GIVEN -> paragraphs.add(text(language, "seat-given.link"));
            case INVITATION_MOVED -> {
                paragraphs.add(text(language, "changed.what", changed(occasion.changed(), language)));
                paragraphs.add(text(language, "invitation.how", MeetingTimes.registrationCloses(meeting, language)));
            }
            case INVITATION, INVITATION_REMINDER ->
                paragraphs.add(text(language, "invitation.how", MeetingTimes.registrationCloses(meeting, language)));
        }
        return paragraphs;
    }

    private String linkState(Occasion occasion, String language) {
        if (occasion.answerBy() != null) {
            return text(language, "link.offered", answerBy(occasion, language));
        }
        return text(language, occasion.waiting() ? "link.waiting" : "link.seat");
    }

    /** Empty where nothing is to be answered. */
    private static String answerBy(Occasion occasion, String language) {
        Instant answerBy = occasion.answerBy();
        return answerBy == null ? "" : MeetingTimes.moment(answerBy, occasion.meeting(), language);
    }

    private String changed(Set<String> fields, String language) {
        return fields.stream()
                .map(field -> texts.getMessage("changed." + field, null, "", locale(language)))
                .filter(Objects::nonNull)
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private List<Letter.Line> facts(MeetingState meeting, String language) {
        return List.of(
                line(language, "label.meeting", meeting.title().in(language)),
                line(language, "label.when", MeetingTimes.when(meeting, language)),
                line(language, "label.where", place(meeting, language)),
                line(
                        language,
                        "label.contact",
                        meeting.contact().role() + ", " + meeting.contact().email()));
    }

    private Letter.Line line(String language, String label, String value) {
        return new Letter.Line(text(language, label), value);
    }

    private static List<Letter.Line> programme(MeetingState meeting, String language) {
        return meeting.programme().stream()
                .map(item -> new Letter.Line(
                        MeetingTimes.time(item.startsAt(), language),
                        item.title().in(language)))
                .toList();
    }

    private String text(String language, String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale(language));
    }

    private static Locale locale(String language) {
        return language.equals("en") ? Locale.ENGLISH : Locale.of("da");
    }
}
