package dk.astra.event;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A valid {@code MeetingRequest}; a test states what matters. */
public final class MeetingJson {

    /** A day that is neither over nor near a change of the clock. */
    public static final LocalDate DAY =
            LocalDate.now().plusYears(1).withMonth(5).withDayOfMonth(12);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode json = (ObjectNode) JSON.readTree("""
            {"type": "THEME_DAY", "network": "EUD", "format": "PHYSICAL", "side": "EAST",
             "title": {"da": "Temadag om energi", "en": "Theme day on energy"},
             "description": {"da": "En dag med forsøg.", "en": "A day of experiments."},
             "audience": {"da": "Lærere på erhvervsskoler", "en": "Teachers at vocational schools"},
             "venue": {"name": "Huset ved åen", "street": "Åvej 1", "postalCode": "4180", "town": "Sorø",
                       "municipalityCode": "0340"},
             "programme": [{"startsAt": "09:30", "title": {"da": "Velkomst", "en": "Welcome"}}],
             "agendaTags": ["ABC"],
             "contact": {"role": "Netværket for erhvervsuddannelser", "email": "eud@astra.example"},
             "capacity": 40}""");

    private MeetingJson() {
        on(DAY);
    }

    public static MeetingJson aMeeting() {
        return new MeetingJson();
    }

    public MeetingJson on(LocalDate day) {
        return at(day.atTime(9, 30), day.atTime(15, 15));
    }

    public MeetingJson at(LocalDateTime start, LocalDateTime end) {
        json.put("startsAt", start.toString());
        json.put("endsAt", end.toString());
        return this;
    }

    /** Any value as JSON, at a path such as {@code venue.postalCode}. */
    public MeetingJson with(String path, @Nullable String value) {
        ObjectNode parent = json;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            parent = (ObjectNode) parent.get(steps[i]);
        }
        parent.set(steps[steps.length - 1], value == null ? JSON.nullNode() : JSON.readTree(value));
        return this;
    }

    public MeetingJson withCapacity(int seats) {
        json.put("capacity", seats);
        return this;
    }

    public MeetingJson withTitle(String danish) {
        ((ObjectNode) json.get("title")).put("da", danish);
        return this;
    }

    public MeetingJson online() {
        json.put("format", "ONLINE");
        json.remove("venue");
        json.remove("side");
        return this;
    }

    public ObjectNode json() {
        return json;
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
