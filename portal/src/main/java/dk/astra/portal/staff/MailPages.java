package dk.astra.portal.staff;

import dk.astra.portal.meetings.Meetings;
import dk.astra.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What became of a meeting's mails. */
@Controller
@RequestMapping("/intern/arrangementer/{id}/mails")
class MailPages {

    private final Mails mails;
    private final Meetings meetings;

    MailPages(Mails mails, Meetings meetings) {
        this.mails = mails;
        this.meetings = meetings;
    }

    @GetMapping
    String list(@PathVariable String id, Model model) {
        model.addAttribute("meeting", meetings.findAsStaff(id).orElseThrow(NotFound::new));
        model.addAttribute("mails", mails.of(id));
        return "intern/mails";
    }

    @PostMapping("/{mailId}/igen")
    String retry(@PathVariable String id, @PathVariable String mailId) {
        mails.retry(mailId);
        return "redirect:/intern/arrangementer/"
                + meetings.findAsStaff(id).orElseThrow(NotFound::new).id() + "/mails";
    }
}
