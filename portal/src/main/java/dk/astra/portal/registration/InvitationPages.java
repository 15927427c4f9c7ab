package dk.astra.portal.registration;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import dk.astra.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/**
 * The answer to an invitation, behind the link of the mail: one tap on one of three buttons. Mail scanners open links,
 * so only the buttons change anything (P9).
 */
@Controller
@RequestMapping("/invitation/{token}")
class InvitationPages {

    /** In the order of the buttons. */
    private static final List<String> ANSWERS = List.of("YES", "NO", "NOT_YET");

    private final MyInvitations invitations;
    private final PersonalLink link;
    private final Wording wording;

    InvitationPages(MyInvitations invitations, PersonalLink link, Wording wording) {
        this.invitations = invitations;
        this.link = link;
        this.wording = wording;
    }

    @GetMapping
    String see(@PathVariable String token, Model model, HttpServletResponse response) {
        return page(token, null, new FormProblems(), "invitation", model, response);
    }

    @GetMapping("/data")
    ResponseEntity<byte[]> data(@PathVariable String token) {
        if (!PersonalLink.wellFormed(token)) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("mine-oplysninger.json")
                                .build()
                                .toString())
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(invitations.data(token));
    }

    @GetMapping("/slet")
    String confirmErasure(@PathVariable String token, Model model, HttpServletResponse response) {
        return page(token, null, new FormProblems(), "invitation-slet", model, response);
    }

    @PostMapping("/slet")
    String erase(@PathVariable String token, Model model, HttpServletResponse response) {
        String view = page(token, null, new FormProblems(), "min-slettet", model, response);
        if (view.equals("min-slettet")) {
            invitations.erase(token);
        }
        return view;
    }

    @PostMapping
    String answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        PersonalLink.keepSecret(response);
        FormProblems problems = new FormProblems();
        try {
            if (PersonalLink.wellFormed(token)) {
                invitations.answer(token, answer, note.strip());
                return "redirect:/invitation/" + token;
            }
        } catch (HttpClientErrorException.NotFound | HttpClientErrorException.Gone unknown) {
            // told by the page
        } catch (HttpClientErrorException refusal) {
            response.setStatus(refusal.getStatusCode().value());
            problems =
                    FormProblems.of(Problem.of(refusal), field -> field, Set.of("note"), wording.say("error.refused"));
        } catch (NeighbourUnavailable away) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            problems.add(wording.say("error.system"));
        }
        return page(token, note, problems, "invitation", model, response);
    }

    /**
     * @param typed note that was typed and not taken
     * @param view to show of an invitation that the link opens
     */
    private String page(
            String token,
            @Nullable String typed,
            FormProblems problems,
            String view,
            Model model,
            HttpServletResponse response) {
        PersonalLink.keepSecret(response);
        if (!PersonalLink.wellFormed(token)) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "min-ukendt";
        }
        try {
            MyInvitation mine = invitations.mine(token);
            model.addAttribute("token", token);
            model.addAttribute("mine", mine);
            model.addAttribute("meeting", link.meeting(mine.meetingId()).orElse(null));
            model.addAttribute("note", typed == null ? mine.note() : typed);
            model.addAttribute("problems", problems);
            model.addAttribute(
                    "answers",
                    ANSWERS.stream()
                            .filter(answer -> answer.equals("YES") ? mine.isYesPossible() : mine.isNoPossible())
                            .toList());
            return view;
        } catch (HttpClientErrorException.Gone withdrawn) {
            response.setStatus(HttpStatus.GONE.value());
            return "invitation-trukket";
        } catch (HttpClientErrorException.NotFound | HttpClientErrorException.BadRequest unknown) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "min-ukendt";
        }
    }
}
