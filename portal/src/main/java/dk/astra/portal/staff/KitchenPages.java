package dk.astra.portal.staff;

import dk.astra.portal.meetings.Meetings;
import dk.astra.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What an organiser tells the kitchen and the house. */
@Controller
class KitchenPages {

    private final Meetings meetings;
    private final Participants participants;

    KitchenPages(Meetings meetings, Participants participants) {
        this.meetings = meetings;
        this.participants = participants;
    }

    @GetMapping("/intern/arrangementer/{id}/koekken")
    String kitchen(@PathVariable String id, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("meeting", meetings.findAsStaff(id).orElseThrow(NotFound::new));
        model.addAttribute("kitchen", participants.kitchen(id));
        return "intern/koekken";
    }
}
