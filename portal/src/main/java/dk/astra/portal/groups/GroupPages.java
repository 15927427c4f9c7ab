package dk.astra.portal.groups;

import dk.astra.portal.site.FormLanguage;
import dk.astra.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of a group: what each place got, naming somebody, giving a place up. */
@Controller
@RequestMapping("/gruppe/{token}")
class GroupPages {

    /** Who is to have the place, as typed. */
    record Person(String name, String email) {

        Person(@Nullable String name, @Nullable String email) {
            this.name = name == null ? "" : name.strip();
            this.email = email == null ? "" : email.strip();
        }
    }

    private final Groups groups;
    private final GroupLink link;

    GroupPages(Groups groups, GroupLink link) {
        this.groups = groups;
        this.link = link;
    }

    @GetMapping
    String see(@PathVariable String token, Model model, HttpServletResponse response) {
        return link.open(token, model, response, list -> "gruppe");
    }

    @GetMapping("/pladser/{number}/navn")
    String nameForm(
            @PathVariable String token, @PathVariable String number, Model model, HttpServletResponse response) {
        return place(token, number, model, response, (list, place) -> {
            model.addAttribute("person", new Person(null, null));
            model.addAttribute("languageForm", FormLanguage.ofOnePage());
            return place.isNameable() ? "gruppe-navn" : "redirect:/gruppe/" + token;
        });
    }

    @PostMapping("/pladser/{number}/navn")
    String name(
            @PathVariable String token,
            @PathVariable String number,
            @ModelAttribute("person") Person person,
            @RequestParam(defaultValue = "") String step,
            Model model,
            HttpServletResponse response) {
        return place(token, number, model, response, (list, place) -> {
            model.addAttribute("languageForm", FormLanguage.ofOnePage());
            return step.equals(FormLanguage.BACK)
                    ? "gruppe-navn"
                    : link.submit(
                            token,
                            "gruppe-navn",
                            model,
                            response,
                            () -> groups.name(token, place.number(), person.name(), person.email()));
        });
    }

    @GetMapping("/pladser/{number}/afmeld")
    String cancelForm(
            @PathVariable String token, @PathVariable String number, Model model, HttpServletResponse response) {
        return place(
                token,
                number,
                model,
                response,
                (list, place) -> place.isCancellable() ? "gruppe-afmeld" : "redirect:/gruppe/" + token);
    }

    @PostMapping("/pladser/{number}/afmeld")
    String cancel(@PathVariable String token, @PathVariable String number, Model model, HttpServletResponse response) {
        return place(
                token,
                number,
                model,
                response,
                (list, place) -> link.submit(
                        token, "gruppe-afmeld", model, response, () -> groups.cancel(token, place.number())));
    }

    /** @throws NotFound where the list has no such place */
    private String place(
            String token,
            String number,
            Model model,
            HttpServletResponse response,
            BiFunction<GroupList, GroupList.Place, String> view) {
        return link.open(token, model, response, list -> {
            GroupList.Place place = list.all().stream()
                    .filter(one -> String.valueOf(one.number()).equals(number))
                    .findFirst()
                    .orElseThrow(NotFound::new);
            model.addAttribute("place", place);
            return view.apply(list, place);
        });
    }
}
