package dk.astra.portal.site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages that hold only text. */
@Controller
class StaticPages {

    @GetMapping("/was")
    String accessibility() {
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
}
