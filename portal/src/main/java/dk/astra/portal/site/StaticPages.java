package dk.astra.portal.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages that hold only text. */
@Controller
class StaticPages {

    private final AccessibilitySettings accessibility;
    private final KeptAnswers kept;

    StaticPages(AccessibilitySettings accessibility, KeptAnswers kept) {
        this.accessibility = accessibility;
        this.kept = kept;
    }

    /** The short address that every site of a public body has for its statement. */
    @GetMapping("/was")
    String accessibility(Model model) {
        if (accessibility.statement() != null) {
            return "redirect:" + accessibility.statement();
        }
        model.addAttribute("accessibility", accessibility);
        return "was";
    }

    @GetMapping("/privatliv")
    String privacy() {
        return "privatliv";
    }

    @GetMapping("/cookies")
    String cookies() {
        return "cookies";
    }

    /** Where a sign-in that did not work ends. */
    @GetMapping("/log-ind-fejlede")
    String signInFailed() {
        return "log-ind-fejlede";
    }

    /** Where {@link BusyAnswers} sends whoever there is no time for, whatever was asked. */
    @RequestMapping("/travlt")
    String busy(Model model, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, "2");
        model.addAttribute("status", HttpStatus.TOO_MANY_REQUESTS.value());
        if (KeptAnswers.areIn(request)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            model.addAllAttributes(kept.model(request, "BUSY"));
            return KeptAnswers.VIEW;
        }
        return "error";
    }
}
