package dk.astra.portal.registration;

import dk.astra.portal.meetings.CalendarObjects;
import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.site.PublicAddress;
import dk.astra.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A person's own data: as a file, the seat as an entry of a calendar, and deleted. */
@Controller
class MyDataPages {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Registrations registrations;
    private final PersonalLink link;
    private final CalendarObjects calendars;
    private final PublicAddress address;

    MyDataPages(Registrations registrations, PersonalLink link, CalendarObjects calendars, PublicAddress address) {
        this.registrations = registrations;
        this.link = link;
        this.calendars = calendars;
        this.address = address;
    }

    @GetMapping("/min/{token}/data")
    ResponseEntity<byte[]> data(@PathVariable String token) {
        mustBeWellFormed(token);
        return file("mine-oplysninger.json", MediaType.APPLICATION_JSON).body(registrations.data(token));
    }

    @GetMapping("/min/{token}/kalender.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String token) {
        mustBeWellFormed(token);
        MyRegistration mine = registrations.mine(token);
        Meeting meeting = mine.isConfirmed() ? link.meeting(mine.meetingId()).orElse(null) : null;
        if (meeting == null) {
            throw new NotFound();
        }
        String object = calendars.of(
                meeting,
                mine.calendarEntry() == null ? mine.registrationId() : mine.calendarEntry(),
                mine.version() == null ? 0 : mine.version(),
                address.base() + "/min/" + token);
        return file("arrangement.ics", CALENDAR).body(object.getBytes(StandardCharsets.UTF_8));
    }

    private static void mustBeWellFormed(String token) {
        if (!PersonalLink.wellFormed(token)) {
            throw new NotFound();
        }
    }

    private static ResponseEntity.BodyBuilder file(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Robots-Tag", "noindex, nofollow");
    }

    @GetMapping("/min/{token}/slet")
    String confirmErasure(@PathVariable String token, Model model, HttpServletResponse response) {
        return link.open(token, model, response, mine -> "min-slet");
    }

    @PostMapping("/min/{token}/slet")
    String erase(@PathVariable String token, Model model, HttpServletResponse response) {
        return link.open(token, model, response, mine -> {
            registrations.erase(token);
            return "min-slettet";
        });
    }
}
