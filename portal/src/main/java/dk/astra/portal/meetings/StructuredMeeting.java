package dk.astra.portal.meetings;

import dk.astra.contracts.meetings.Venue;
import dk.astra.portal.site.Wording;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A meeting in the words of schema.org, type {@code Event}. */
@Component
class StructuredMeeting {

    private static final String SCHEMA = "https://schema.org";

    private final MeetingWords words;
    private final Wording wording;

    StructuredMeeting(MeetingWords words, Wording wording) {
        this.words = words;
        this.wording = wording;
    }

    /** @param url the meeting's page */
    Map<String, Object> of(MeetingCard card, String url, String base) {
        Meeting meeting = card.meeting();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", SCHEMA);
        data.put("@type", "Event");
        data.put("@id", url);
        data.put("url", url);
        data.put("name", MeetingWords.oneLine(wording.text(meeting.title())));
        data.put("description", words.about(meeting));
        data.put("inLanguage", wording.language());
        data.put("startDate", moment(meeting.startsAt()));
        data.put("endDate", moment(meeting.endsAt()));
        data.put("eventStatus", SCHEMA + (meeting.isCancelled() ? "/EventCancelled" : "/EventScheduled"));
        data.put("eventAttendanceMode", SCHEMA + attendanceMode(meeting));
        data.put("location", location(meeting, url));
        data.put("organizer", Map.of("@type", "Organization", "name", "Astra", "url", base + "/"));
        data.put("isAccessibleForFree", true);
        data.put("maximumAttendeeCapacity", meeting.capacity());
        if (meeting.isScheduled()) {
            data.put("offers", offer(card, url));
        }
        return data;
    }

    private static String attendanceMode(Meeting meeting) {
        return switch (meeting.format()) {
            case "ONLINE" -> "/OnlineEventAttendanceMode";
            case "HYBRID" -> "/MixedEventAttendanceMode";
            default -> "/OfflineEventAttendanceMode";
        };
    }

    private static Map<String, Object> location(Meeting meeting, String url) {
        Venue venue = meeting.venue();
        if (venue == null) {
            return Map.of("@type", "VirtualLocation", "url", url);
        }
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("@type", "PostalAddress");
        address.put("streetAddress", venue.street());
        address.put("postalCode", venue.postalCode());
        address.put("addressLocality", venue.town());
        address.put("addressCountry", "DK");
        return Map.of("@type", "Place", "name", venue.name(), "address", address);
    }

    /** Free, and whether there is a seat as far as is known. */
    private static Map<String, Object> offer(MeetingCard card, String url) {
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("@type", "Offer");
        offer.put("price", "0");
        offer.put("priceCurrency", "DKK");
        offer.put("url", url);
        offer.put("validFrom", moment(card.meeting().registrationOpensAt()));
        offer.put("validThrough", moment(card.meeting().registrationClosesAt()));
        switch (card.state()) {
            case SEATS -> offer.put("availability", SCHEMA + "/InStock");
            case FEW_SEATS -> offer.put("availability", SCHEMA + "/LimitedAvailability");
            case WAITING_LIST -> offer.put("availability", SCHEMA + "/SoldOut");
            default -> {}
        }
        return offer;
    }

    private static String moment(LocalDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(Wording.DENMARK));
    }
}
