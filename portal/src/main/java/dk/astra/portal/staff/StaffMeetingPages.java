package dk.astra.portal.staff;

import dk.astra.portal.meetings.Availability;
import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.meetings.Meetings;
import dk.astra.portal.meetings.Seats;
import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import dk.astra.web.NotFound;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The organisers' list, and everything about one meeting. */
@Controller
class StaffMeetingPages {

    private final Meetings meetings;
    private final Seats seats;
    private final Participants participants;
    private final Clock clock;

    StaffMeetingPages(Meetings meetings, Seats seats, Participants participants, Clock clock) {
        this.meetings = meetings;
        this.seats = seats;
        this.participants = participants;
        this.clock = clock;
    }

    /** A meeting in the list, with its numbers where there are any. */
    public record Row(Meeting meeting, @Nullable Availability seats) {}

    /** Everybody starts where the work is. */
    @GetMapping("/intern")
    String start(Authentication staff) {
        boolean organises = staff.getAuthorities().stream()
                .anyMatch(role -> "ROLE_ORGANISER".equals(role.getAuthority())
                        || "ROLE_ADMINISTRATOR".equals(role.getAuthority()));
        return organises ? "redirect:/intern/arrangementer" : "redirect:/intern/plan";
    }

    @GetMapping("/intern/arrangementer")
    String list(Model model) {
        List<Meeting> all = new ArrayList<>(meetings.drafts());
        all.addAll(meetings.published());
        Map<String, Availability> numbers = seats.of(all.stream()
                .filter(meeting -> !meeting.isDraft())
                .map(Meeting::id)
                .toList());
        LocalDateTime now = now();
        Comparator<Meeting> byStart = Comparator.comparing(Meeting::startsAt);
        model.addAttribute(
                "coming",
                rows(
                        all.stream()
                                .filter(meeting ->
                                        !meeting.isHeld() && !meeting.endsAt().isBefore(now))
                                .sorted(byStart)
                                .toList(),
                        numbers));
        model.addAttribute(
                "past",
                rows(
                        all.stream()
                                .filter(meeting ->
                                        meeting.isHeld() || meeting.endsAt().isBefore(now))
                                .sorted(byStart.reversed())
                                .toList(),
                        numbers));
        return "intern/arrangementer";
    }

    private static List<Row> rows(List<Meeting> meetings, Map<String, Availability> numbers) {
        return meetings.stream()
                .map(meeting -> new Row(meeting, numbers.get(meeting.id())))
                .toList();
    }

    @GetMapping("/intern/arrangementer/{id}")
    String meeting(@PathVariable String id, Model model) {
        Meeting meeting = meetings.findAsStaff(id).orElseThrow(NotFound::new);
        model.addAttribute("meeting", meeting);
        model.addAttribute("hasBegun", meeting.hasBegun(now()));
        if (!meeting.isDraft()) {
            try {
                List<Participant> all = participants.of(id);
                model.addAttribute(
                        "confirmed",
                        all.stream().filter(Participant::isConfirmed).toList());
                model.addAttribute(
                        "offered", all.stream().filter(Participant::isOffered).toList());
                model.addAttribute(
                        "waiting", all.stream().filter(Participant::isWaiting).toList());
                model.addAttribute(
                        "cancelled",
                        all.stream().filter(Participant::isCancelled).toList());
            } catch (NeighbourUnavailable away) {
                model.addAttribute("participantsAway", true);
            }
        }
        return "intern/arrangement";
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(Wording.DENMARK));
    }
}
