package dk.astra.portal.meetings;

import dk.astra.contracts.meetings.Venue;
import dk.astra.portal.site.PublicAddress;
import dk.astra.portal.site.Wording;
import dk.astra.web.NotFound;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;

/** What Astra invites to: the list and the page of one meeting. */
@Controller
class MeetingPages {

    private static final String MAP = "https://www.openstreetmap.org/search?query={place}";

    private final FindMeetings find;
    private final SharedMeetings shared;
    private final PublicAddress address;
    private final Wording wording;
    private final Clock clock;

    MeetingPages(FindMeetings find, SharedMeetings shared, PublicAddress address, Wording wording, Clock clock) {
        this.find = find;
        this.shared = shared;
        this.address = address;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping({"/", "/arrangementer"})
    String list(@ModelAttribute("filter") MeetingFilter filter, Model model) {
        FindMeetings.Found found = find.matching(filter);
        model.addAttribute("cards", found.cards());
        model.addAttribute("unsearched", found.unsearched());
        model.addAttribute("ages", found.ages());
        model.addAttribute("choices", Choices.from(YearMonth.from(now())));
        model.addAttribute("subscriptions", Subscription.offered(wording.language()));
        return "arrangementer";
    }

    @GetMapping("/arrangementer/{id}")
    String meeting(@PathVariable String id, Model model) {
        FindMeetings.FoundOne found = find.one(id).orElseThrow(NotFound::new);
        Meeting meeting = found.card().meeting();
        model.addAttribute("card", found.card());
        model.addAttribute("ages", found.ages());
        model.addAttribute("map", map(meeting.venue()));
        model.addAttribute("tocome", meeting.isScheduled() && meeting.isUpcoming(now()));
        model.addAttribute("share", shared.of(found.card(), address.base()));
        model.addAttribute(
                "subscriptions",
                List.of(
                        Subscription.of(null, wording.language()),
                        Subscription.of(meeting.network(), wording.language())));
        return "arrangement";
    }

    /** A link and not a map: a map would load pictures from elsewhere, and tell elsewhere who reads. */
    private static @Nullable String map(@Nullable Venue venue) {
        return venue == null
                ? null
                : UriComponentsBuilder.fromUriString(MAP)
                        .encode()
                        .buildAndExpand(venue.street() + ", " + venue.postalCode() + " " + venue.town())
                        .toUriString();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(Wording.DENMARK));
    }
}
