package dk.astra.event.meetings.web;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.meetings.Contact;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.contracts.meetings.ProgrammeItem;
import dk.astra.contracts.meetings.Venue;
import dk.astra.event.meetings.WantedTimes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a request that have fields of their own. */
final class RequestParts {

    private static final Pattern FOUR_DIGITS = Pattern.compile("\\d{4}");
    private static final Pattern TAG = Pattern.compile("[\\p{Lu}\\p{Nd}][\\p{Lu}\\p{Nd}_-]*");
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{Alnum}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{Alnum}!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([\\p{L}\\p{Nd}]([\\p{L}\\p{Nd}-]{0,61}[\\p{L}\\p{Nd}])?\\.)+\\p{L}{2,63}");
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TOWN = 60;
    private static final int MOST_ITEMS = 60;
    private static final int LONGEST_TAG = 40;
    private static final int MOST_TAGS = 20;

    private RequestParts() {}

    static WantedTimes times(Fields fields, MeetingRequest request, @Nullable Instant earliestStart) {
        return times(
                fields,
                fields.zone("zone", request.zone()),
                WantedTimes.DENMARK,
                new TimesRequest(
                        request.startsAt(),
                        request.endsAt(),
                        request.registrationOpensAt(),
                        request.registrationClosesAt(),
                        request.cancellationDeadline()),
                earliestStart);
    }

    /** @param otherwise the zone where none is given */
    static WantedTimes times(
            Fields fields,
            @Nullable ZoneId zone,
            ZoneId otherwise,
            TimesRequest request,
            @Nullable Instant earliestStart) {
        ZoneId where = zone == null ? otherwise : zone;
        LocalDateTime start = fields.requiredTime("startsAt", request.startsAt(), where);
        LocalDateTime end = fields.requiredTime("endsAt", request.endsAt(), where);
        WantedTimes wanted = new WantedTimes(
                start,
                end,
                zone,
                fields.time("registrationOpensAt", request.registrationOpensAt(), where),
                fields.time("registrationClosesAt", request.registrationClosesAt(), where),
                fields.time("cancellationDeadline", request.cancellationDeadline(), where));
        fields.reject(wanted.problems(earliestStart));
        return wanted;
    }

    static @Nullable Venue venue(Fields fields, @Nullable VenueRequest request, @Nullable MeetingFormat format) {
        if (request != null && format == MeetingFormat.ONLINE) {
            fields.reject("venue", "not-when-online");
            return null;
        }
        if (request == null && (format == null || format == MeetingFormat.ONLINE)) {
            return null;
        }
        return requiredVenue(fields, request);
    }

    static @Nullable Venue requiredVenue(Fields outer, @Nullable VenueRequest request) {
        if (request == null) {
            outer.reject("venue", "required");
            return null;
        }
        Fields fields = outer.below("venue");
        String name = fields.text("name", request.name(), LONGEST_NAME);
        String street = fields.text("street", request.street(), LONGEST_NAME);
        String postalCode = fields.matching("postalCode", request.postalCode(), FOUR_DIGITS, "four-digits");
        if (postalCode == null && !fields.isWrong("postalCode")) {
            fields.reject("postalCode", "required");
        }
        String town = fields.text("town", request.town(), LONGEST_TOWN);
        String municipality =
                fields.matching("municipalityCode", request.municipalityCode(), FOUR_DIGITS, "four-digits");
        return name == null || street == null || postalCode == null || town == null
                ? null
                : new Venue(name, street, postalCode, town, municipality);
    }

    static List<ProgrammeItem> programme(Fields fields, @Nullable List<@Nullable ProgrammeItemRequest> request) {
        List<ProgrammeItem> items = new ArrayList<>();
        if (request == null) {
            return items;
        }
        if (request.size() > MOST_ITEMS) {
            fields.reject("programme", "too-many", Integer.toString(MOST_ITEMS));
            return items;
        }
        for (int i = 0; i < request.size(); i++) {
            ProgrammeItemRequest item = request.get(i);
            if (item == null) {
                fields.reject("programme[" + i + "]", "required");
                continue;
            }
            Fields below = fields.below("programme[" + i + "]");
            LocalTime time = below.timeOfDay("startsAt", item.startsAt());
            LocalizedText title = below.localized("title", item.title(), MeetingRequest.LONGEST_TITLE);
            if (time != null && title != null) {
                items.add(new ProgrammeItem(time, title));
            }
        }
        return items;
    }

    static Set<String> tags(Fields fields, @Nullable List<@Nullable String> request) {
        Set<String> tags = new LinkedHashSet<>();
        if (request == null) {
            return tags;
        }
        if (request.size() > MOST_TAGS) {
            fields.reject("agendaTags", "too-many", Integer.toString(MOST_TAGS));
            return tags;
        }
        for (int i = 0; i < request.size(); i++) {
            String given = request.get(i);
            String upper = given == null ? null : given.toUpperCase(Locale.ROOT);
            String field = "agendaTags[" + i + "]";
            String tag = fields.matching(field, fields.optionalText(field, upper, LONGEST_TAG), TAG, "invalid-tag");
            if (tag != null) {
                tags.add(tag);
            }
        }
        return tags;
    }

    static @Nullable Contact contact(Fields fields, @Nullable ContactRequest request) {
        if (request == null) {
            fields.reject("contact", "required");
            return null;
        }
        Fields below = fields.below("contact");
        String role = below.text("role", request.role(), LONGEST_NAME);
        String email = below.text("email", request.email(), LONGEST_EMAIL);
        if (email != null && below.matching("email", email, EMAIL, "invalid-email") == null) {
            return null;
        }
        return role == null || email == null ? null : new Contact(role, email);
    }
}
