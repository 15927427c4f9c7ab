package dk.astra.portal.staff;

import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a typed form into event-service's {@code MeetingRequest}, and a meeting back into what the form shows. What
 * cannot be read as a date, a time or a number is a problem here; every other rule is event-service's.
 */
final class MeetingRequest {

    private static final Pattern LINE = Pattern.compile("(\\d{1,2})[.:](\\d{2})\\s+([^|]+?)(?:\\s*\\|\\s*(.*))?");
    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Typed typed;
    private final FormProblems problems;
    private final Wording wording;

    MeetingRequest(Typed typed, FormProblems problems, Wording wording) {
        this.typed = typed;
        this.problems = problems;
        this.wording = wording;
    }

    /** @param meeting whose time stays as it is; null for a new one */
    Map<String, Object> body(@Nullable Meeting meeting) {
        Map<String, Object> body = content();
        if (meeting == null) {
            body.put("startsAt", time("date", "startsAt"));
            body.put("endsAt", time("date", "endsAt"));
        } else {
            body.put("startsAt", meeting.startsAt());
            body.put("endsAt", meeting.endsAt());
        }
        place(body, "");
        body.put("capacity", number("capacity"));
        invitation(body);
        return body;
    }

    private void invitation(Map<String, Object> body) {
        body.put("byInvitation", typed.has("byInvitation"));
        if (typed.has("quorum")) {
            body.put("quorum", number("quorum"));
        }
    }

    /** The same meeting in the other half of the country, on its own day and in its own place. */
    Map<String, Object> twin() {
        Map<String, Object> body = content();
        body.put("side", typed.get("side").equals("WEST") ? "EAST" : "WEST");
        body.put("startsAt", time("twin.date", "twin.startsAt"));
        body.put("endsAt", time("twin.date", "twin.endsAt"));
        place(body, "twin.");
        body.put("capacity", number("twin.capacity"));
        invitation(body);
        body.remove("registrationClosesAt");
        body.remove("cancellationDeadline");
        return body;
    }

    private Map<String, Object> content() {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String code : List.of("type", "network", "format")) {
            required(code);
            body.put(code, typed.get(code));
        }
        if (typed.has("side")) {
            body.put("side", typed.get("side"));
        }
        for (String text : List.of("title", "description", "audience")) {
            body.put(text, Map.of("da", typed.get(text + ".da"), "en", typed.get(text + ".en")));
        }
        required("title.da");
        required("contact.email");
        body.put("contact", Map.of("role", typed.get("contact.role"), "email", typed.get("contact.email")));
        body.put("programme", programme());
        body.put(
                "agendaTags",
                List.of(typed.get("agendaTags").split("[,;\\s]+")).stream()
                        .filter(tag -> !tag.isBlank())
                        .toList());
        new QuestionsTyped(typed, problems, wording).into(body);
        for (String deadline : List.of("registrationOpensAt", "registrationClosesAt", "cancellationDeadline")) {
            if (typed.has(deadline)) {
                body.put(deadline, moment(deadline));
            }
        }
        line(body);
        return body;
    }

    /** How the waiting list moves. */
    private void line(Map<String, Object> body) {
        boolean offers = typed.get("promotion").equals("OFFER");
        body.put("promotion", offers ? "OFFER" : "DIRECT");
        if (offers && typed.has("offerHours")) {
            body.put("offerHours", number("offerHours"));
        }
        body.put("confirmsEmail", typed.has("confirmsEmail"));
    }

    private void place(Map<String, Object> body, String prefix) {
        if (!typed.get("format").equals("ONLINE")) {
            Map<String, String> venue = new LinkedHashMap<>();
            for (String part : List.of("name", "street", "postalCode", "town")) {
                venue.put(part, typed.get(prefix + "venue." + part));
            }
            body.put("venue", venue);
        }
    }

    private List<Map<String, Object>> programme() {
        List<Map<String, Object>> items = new ArrayList<>();
        int number = 0;
        for (String line : typed.get("programme").split("\\R")) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            Matcher parts = LINE.matcher(line.strip());
            if (!parts.matches() || Integer.parseInt(parts.group(1)) > 23 || Integer.parseInt(parts.group(2)) > 59) {
                problems.add("programme", wording.say("error.programme", number));
                continue;
            }
            String english = parts.group(4) == null ? "" : parts.group(4).strip();
            items.add(Map.of(
                    "startsAt",
                    LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))),
                    "title",
                    Map.of("da", parts.group(3).strip(), "en", english)));
        }
        return items;
    }

    private void required(String field) {
        if (!typed.has(field)) {
            problems.add(field, wording.say("error.required"));
        }
    }

    @Nullable
    LocalDateTime time(String dateField, String timeField) {
        try {
            LocalDate.parse(typed.get(dateField));
        } catch (DateTimeParseException e) {
            problems.add(dateField, wording.say("error.date"));
            return null;
        }
        try {
            return LocalDate.parse(typed.get(dateField)).atTime(LocalTime.parse(typed.get(timeField)));
        } catch (DateTimeParseException e) {
            problems.add(timeField, wording.say("error.time"));
            return null;
        }
    }

    @Nullable
    LocalDateTime moment(String field) {
        try {
            return LocalDateTime.parse(typed.get(field));
        } catch (DateTimeParseException e) {
            problems.add(field, wording.say("error.moment"));
            return null;
        }
    }

    @Nullable
    Integer number(String field) {
        try {
            return Integer.valueOf(typed.get(field));
        } catch (NumberFormatException e) {
            problems.add(field, wording.say("error.number"));
            return null;
        }
    }

    static Typed typed(Meeting meeting) {
        Typed typed = Typed.empty()
                .with("type", meeting.type())
                .with("network", meeting.network())
                .with("format", meeting.format())
                .with("side", meeting.side() == null ? "" : meeting.side())
                .with("title.da", meeting.title().da())
                .with("title.en", meeting.title().en())
                .with("agendaTags", String.join(", ", meeting.agendaTags()))
                .with("capacity", meeting.capacity())
                .with("date", meeting.startsAt().toLocalDate())
                .with("startsAt", clock(meeting.startsAt()))
                .with("endsAt", clock(meeting.endsAt()))
                .with("registrationOpensAt", INPUT.format(meeting.registrationOpensAt()))
                .with("registrationClosesAt", INPUT.format(meeting.registrationClosesAt()))
                .with("cancellationDeadline", INPUT.format(meeting.cancellationDeadline()));
        if (meeting.hoursToAnswer() != null) {
            typed.with("promotion", "OFFER").with("offerHours", meeting.hoursToAnswer());
        }
        if (meeting.isConfirmedByMail()) {
            typed.with("confirmsEmail", "ja");
        }
        if (meeting.isByInvitation()) {
            typed.with("byInvitation", "ja");
        }
        if (meeting.quorum() != null) {
            typed.with("quorum", meeting.quorum());
        }
        if (meeting.version() != null) {
            typed.with("version", meeting.version());
        }
        if (meeting.description() != null) {
            typed.with("description.da", meeting.description().da());
            typed.with("description.en", meeting.description().en());
        }
        if (meeting.audience() != null) {
            typed.with("audience.da", meeting.audience().da());
            typed.with("audience.en", meeting.audience().en());
        }
        if (meeting.venue() != null) {
            typed.with("venue.name", meeting.venue().name())
                    .with("venue.street", meeting.venue().street())
                    .with("venue.postalCode", meeting.venue().postalCode())
                    .with("venue.town", meeting.venue().town());
        }
        if (meeting.contact() != null) {
            typed.with("contact.role", meeting.contact().role())
                    .with("contact.email", meeting.contact().email());
        }
        new QuestionRows(typed).show(meeting);
        List<String> lines = meeting.programme().stream()
                .map(item -> item.startsAt().toString().substring(0, 5) + " "
                        + item.title().da()
                        + (item.title().en().isBlank()
                                ? ""
                                : " | " + item.title().en()))
                .toList();
        return typed.with("programme", String.join("\n", lines));
    }

    private static String clock(LocalDateTime time) {
        return time.toLocalTime().toString().substring(0, 5);
    }
}
