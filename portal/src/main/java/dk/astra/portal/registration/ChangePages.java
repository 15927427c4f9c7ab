package dk.astra.portal.registration;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
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

/** Corrects what was answered; the e-mail stays, it is the person. */
@Controller
@RequestMapping("/min/{token}/ret")
class ChangePages {

    private static final Set<String> FIELDS = Set.of("name", "title", "institutionName", "role", "comment");

    /**
     * What can be corrected, as typed.
     *
     * @param institutionNumber of a school chosen from the register on this page; empty where none was
     */
    record Answers(
            String name, String title, String institutionNumber, String institutionName, String role, String comment) {

        Answers(
                @Nullable String name,
                @Nullable String title,
                @Nullable String institutionNumber,
                @Nullable String institutionName,
                @Nullable String role,
                @Nullable String comment) {
            this.name = clean(name);
            this.title = clean(title);
            this.institutionNumber = clean(institutionNumber);
            this.institutionName = clean(institutionName);
            this.role = clean(role);
            this.comment = clean(comment);
        }

        static Answers of(MyRegistration mine) {
            return new Answers(mine.name(), mine.title(), null, mine.institutionName(), mine.role(), mine.comment());
        }

        /** A school that was chosen from the register stays chosen unless another name was typed. */
        Map<String, String> changeOf(MyRegistration mine) {
            Map<String, String> change = new LinkedHashMap<>();
            change.put("name", name);
            change.put("title", title);
            change.put("comment", comment);
            if (!role.isEmpty()) {
                change.put("role", role);
            }
            if (!institutionNumber.isEmpty()) {
                // its name and municipality are the register's
                change.put("institutionNumber", institutionNumber);
            } else if (!institutionName.equals(clean(mine.institutionName()))) {
                change.put("institutionName", institutionName);
                if (mine.municipalityCode() != null) {
                    change.put("municipalityCode", mine.municipalityCode());
                }
            }
            return change;
        }

        private static String clean(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    private final Registrations registrations;
    private final PersonalLink link;

    ChangePages(Registrations registrations, PersonalLink link) {
        this.registrations = registrations;
        this.link = link;
    }

    @GetMapping
    String form(@PathVariable String token, Model model, HttpServletResponse response) {
        return link.open(token, model, response, mine -> form(mine, Answers.of(mine), model));
    }

    @PostMapping
    String change(
            @PathVariable String token,
            @ModelAttribute("answers") Answers answers,
            Model model,
            HttpServletResponse response) {
        return link.submit(
                token,
                model,
                response,
                FIELDS,
                mine -> registrations.change(token, answers.changeOf(mine)),
                mine -> form(mine, answers, model));
    }

    private static String form(MyRegistration mine, Answers answers, Model model) {
        if (!mine.isLive()) {
            return "redirect:/min/" + model.getAttribute("token");
        }
        model.addAttribute("answers", answers);
        model.addAttribute("roles", SignUpViews.ROLES);
        return "min-ret";
    }
}
