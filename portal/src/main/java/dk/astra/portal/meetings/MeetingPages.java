package dk.astra.portal.meetings;

import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import dk.astra.web.NotFound;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What Astra invites to: the list and the page of one meeting. */
@Controller
class MeetingPages {

    private static final int MONTHS_AHEAD = 15;

    private final Meetings meetings;
    private final Seats seats;
    private final Clock clock;

    MeetingPages(Meetings meetings, Seats seats, Clock clock) {
        this.meetings = meetings;
        this.seats = seats;
        this.clock = clock;
    }

    @GetMapping({"/", "/arrangementer"})
    String list(@ModelAttribute("filter") MeetingFilter filter, Model model) {
        List<Meeting> found = meetings.upcoming(filter);
        Map<String, Availability> availability =
                seats.of(found.stream().map(Meeting::id).toList());
        model.addAttribute(
                "cards",
                found.stream().map(meeting -> card(meeting, availability)).toList());
        model.addAttribute("networks", Network.values());
        model.addAttribute("sides", Side.values());
        model.addAttribute("formats", MeetingFormat.values());
        YearMonth first = YearMonth.from(now());
        model.addAttribute(
                "months",
                IntStream.range(0, MONTHS_AHEAD)
                        .mapToObj(first::plusMonths)
                        .map(month -> month.atDay(1).atStartOfDay())
                        .toList());
        return "arrangementer";
    }

    @GetMapping("/arrangementer/{id}")
    String meeting(@PathVariable String id, Model model) {
        Meeting meeting = meetings.find(id).orElseThrow(NotFound::new);
        model.addAttribute("card", card(meeting, seats.of(List.of(id))));
        model.addAttribute(
                "twins",
                meeting.twins().stream()
                        .flatMap(twin -> twin(twin).stream())
                        .filter(Meeting::isScheduled)
                        .toList());
        return "arrangement";
    }

    /** A twin that cannot be read is not worth an error page. */
    private Optional<Meeting> twin(String id) {
        try {
            return meetings.find(id);
        } catch (NeighbourUnavailable away) {
            return Optional.empty();
        }
    }

    private MeetingCard card(Meeting meeting, Map<String, Availability> availability) {
        Availability its = availability.get(meeting.id());
        return new MeetingCard(meeting, its, SignUpState.of(meeting, its, now()));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(Wording.DENMARK));
    }
}
