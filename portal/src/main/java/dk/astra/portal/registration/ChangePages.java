package dk.astra.portal.registration;

import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.site.FormLanguage;
import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.bind.annotation.RequestParam;

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
        Map<String, Object> changeOf(MyRegistration mine) {
            Map<String, Object> change = new LinkedHashMap<>();
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
    private final Questions questions;

    ChangePages(Registrations registrations, PersonalLink link, Questions questions) {
        this.registrations = registrations;
        this.link = link;
        this.questions = questions;
    }

    @GetMapping
    String form(@PathVariable String token, Model model, HttpServletResponse response) {
        return link.open(token, model, response, mine -> form(mine, Answers.of(mine), null, model));
    }

    @PostMapping
    String change(
            @PathVariable String token,
            @ModelAttribute("answers") Answers answers,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String shown,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Given given = shown.isEmpty() ? null : Given.of(request);
        return link.submit(
                token,
                step,
                model,
                response,
                FIELDS,
                mine -> {
                    Map<String, Object> change = answers.changeOf(mine);
                    if (given != null) {
                        change.putAll(changeOf(mine, given, link.needed(meeting(model))));
                    }
                    registrations.change(token, change);
                },
                mine -> form(mine, answers, given, model));
    }

    /** What the meeting asks, where the page showed it: what was not shown is not changed. */
    private static Map<String, Object> changeOf(MyRegistration mine, Given given, Meeting meeting) {
        Map<String, Object> change = new LinkedHashMap<>();
        if (!meeting.questions().isEmpty()) {
            change.put("answers", given.answersTo(meeting));
        }
        Map<String, Object> needs = given.needsFor(meeting);
        boolean emptied = !meeting.asksNeeds().isEmpty() && needs == null;
        if (given.withdraws() || (emptied && mine.needs() != null)) {
            change.put("needs", Map.of("consent", false));
        } else if (needs != null) {
            change.put("needs", needs);
        }
        return change;
    }

    private static @Nullable Meeting meeting(Model model) {
        return (Meeting) model.getAttribute("meeting");
    }

    /** @param given as typed; null where nothing of it was on the page yet */
    private String form(MyRegistration mine, Answers answers, @Nullable Given given, Model model) {
        if (!mine.isLive()) {
            return "redirect:/min/" + model.getAttribute("token");
        }
        model.addAttribute("answers", answers);
        model.addAttribute("languageForm", FormLanguage.ofOnePage());
        model.addAttribute("roles", SignUpViews.ROLES);
        Meeting meeting = meeting(model);
        model.addAttribute("shown", meeting != null || given != null);
        questions.show(meeting, given == null ? Given.of(mine, meeting) : given, model);
        return "min-ret";
    }
}
