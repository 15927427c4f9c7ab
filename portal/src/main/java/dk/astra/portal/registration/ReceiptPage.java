package dk.astra.portal.registration;

import dk.astra.portal.meetings.Campaign;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a sign-up ends; can be read again for as long as the browser keeps the answer. */
@Controller
class ReceiptPage {

    private final SeenMeetings meetings;
    private final ReceiptCookie receipts;
    private final SignUpViews views;

    ReceiptPage(SeenMeetings meetings, ReceiptCookie receipts, SignUpViews views) {
        this.meetings = meetings;
        this.receipts = receipts;
        this.views = views;
    }

    @GetMapping("/arrangementer/{id}/kvittering")
    String receipt(@PathVariable String id, Model model, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        receipts.read(request).ifPresent(content -> model.addAttribute("receipt", content));
        SignUpForm nothing = SignUpForm.empty(Campaign.of(null, null));
        return views.receipt(new SignUp(id, meetings.findIfPossible(id).orElse(null), nothing, Given.NOTHING), model);
    }
}
