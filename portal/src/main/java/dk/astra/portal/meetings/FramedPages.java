package dk.astra.portal.meetings;

import dk.astra.contracts.Network;
import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import dk.astra.web.NotFound;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What other sites show in a frame ({@code widget.js}): the list and a meeting, to read; signing up is the portal's. */
@Controller
class FramedPages {

    private final FindMeetings find;
    private final Wording wording;

    FramedPages(FindMeetings find, Wording wording) {
        this.find = find;
        this.wording = wording;
    }

    /** @param network a code; what is none is not looked at, so that a typing mistake on a site empties no list */
    @GetMapping(FramedLinks.LIST)
    String list(
            @RequestParam(required = false) @Nullable String network,
            @ModelAttribute("campaign") Campaign campaign,
            Model model) {
        String known = known(network);
        FindMeetings.Found found = find.matching(new MeetingFilter(known, null, null, null, null));
        model.addAttribute("network", known);
        model.addAttribute("cards", found.cards());
        model.addAttribute("ages", found.ages());
        model.addAttribute("links", new FramedLinks(wording.language(), known, true, campaign));
        return "indlejret/arrangementer";
    }

    @GetMapping(FramedLinks.LIST + "/{id}")
    String meeting(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String network,
            @RequestParam(name = FramedLinks.LISTED, required = false) @Nullable String listed,
            @ModelAttribute("campaign") Campaign campaign,
            Model model) {
        FindMeetings.FoundOne found = find.one(id).orElseThrow(NotFound::new);
        model.addAttribute("card", found.card());
        model.addAttribute("ages", found.ages());
        model.addAttribute("links", new FramedLinks(wording.language(), known(network), listed != null, campaign));
        return "indlejret/arrangement";
    }

    /** The portal's page of a failure has links that cannot be followed in a frame. */
    @ExceptionHandler
    ModelAndView notFound(NotFound missing) {
        return failure(HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler
    ModelAndView away(NeighbourUnavailable away) {
        return failure(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private ModelAndView failure(HttpStatus status) {
        ModelAndView page = new ModelAndView("indlejret/fejl", status);
        page.addObject("language", wording.language());
        page.addObject("words", wording.failure(status.value()));
        page.addObject("links", new FramedLinks(wording.language(), null, false, Campaign.of(null, null)));
        return page;
    }

    private static @Nullable String known(@Nullable String network) {
        return Arrays.stream(Network.values())
                .map(Enum::name)
                .filter(name -> name.equals(network))
                .findFirst()
                .orElse(null);
    }
}
