package dk.astra.portal.registration;

import dk.astra.portal.site.FormLanguage;
import dk.astra.portal.site.Wording;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives the seat to a colleague. */
@Controller
@RequestMapping("/min/{token}/giv-videre")
class TransferPages {

    private static final Set<String> FIELDS = Set.of("name", "email");

    /** Who is to have the seat, as typed. */
    record Colleague(String name, String email) {

        Colleague(@Nullable String name, @Nullable String email) {
            this.name = name == null ? "" : name.strip();
            this.email = email == null ? "" : email.strip();
        }
    }

    private final Registrations registrations;
    private final PersonalLink link;
    private final Wording wording;

    TransferPages(Registrations registrations, PersonalLink link, Wording wording) {
        this.registrations = registrations;
        this.link = link;
        this.wording = wording;
    }

    @GetMapping
    String form(@PathVariable String token, Model model, HttpServletResponse response) {
        return link.open(token, model, response, mine -> form(mine, new Colleague(null, null), model));
    }

    /** Afterwards the link tells that the seat was given away. */
    @PostMapping
    String transfer(
            @PathVariable String token,
            @ModelAttribute("colleague") Colleague colleague,
            @RequestParam(defaultValue = "") String step,
            Model model,
            HttpServletResponse response) {
        return link.submit(
                token,
                step,
                model,
                response,
                FIELDS,
                mine -> registrations.transfer(
                        token,
                        Map.of(
                                "name", colleague.name(),
                                "email", colleague.email(),
                                "language", wording.language())),
                mine -> form(mine, colleague, model));
    }

    private static String form(MyRegistration mine, Colleague colleague, Model model) {
        if (!mine.isTransferable()) {
            return "redirect:/min/" + model.getAttribute("token");
        }
        model.addAttribute("colleague", colleague);
        model.addAttribute("languageForm", FormLanguage.ofOnePage());
        return "min-giv-videre";
    }
}
