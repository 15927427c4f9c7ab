package dk.astra.portal.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reach in numbers; every number is a link to its facts (P8). */
@Controller
@RequestMapping("/intern/tal")
class FigurePages {

    private final Reports reports;

    FigurePages(Reports reports) {
        this.reports = reports;
    }

    @GetMapping
    String reach(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        String first = date(from);
        String last = date(to);
        model.addAttribute("reach", reports.reach(first, last));
        model.addAttribute("from", first);
        model.addAttribute("to", last);
        return "intern/tal";
    }

    @GetMapping("/fakta")
    String facts(
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable String meetingId,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Map<String, String> query = new LinkedHashMap<>(Reports.query(
                "kind", kind, "meetingId", meetingId, "from", date(from), "to", date(to), "cursor", cursor));
        model.addAttribute("facts", reports.facts(query));
        model.addAttribute("kind", kind);
        model.addAttribute("meetingId", meetingId);
        model.addAttribute("from", date(from));
        model.addAttribute("to", date(to));
        return "intern/fakta";
    }

    private static @Nullable String date(@Nullable String text) {
        return text != null && text.matches("\\d{4}-\\d{2}-\\d{2}") ? text : null;
    }
}
