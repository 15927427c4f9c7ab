package dk.astra.portal.plan;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** The plan with its goals; every measure opens the facts behind it and takes evidence. */
@Controller
@RequestMapping("/intern/plan")
class PlanPages {

    private final Reports reports;
    private final Wording wording;
    private final Clock clock;

    PlanPages(Reports reports, Wording wording, Clock clock) {
        this.reports = reports;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping
    String plans(Model model) {
        List<Reports.PlanLine> plans = reports.plans();
        if (plans.size() == 1) {
            return plan(plans.getFirst().planId(), model);
        }
        model.addAttribute("plans", plans);
        return "intern/planer";
    }

    @GetMapping("/{planId}")
    String plan(@PathVariable String planId, Model model) {
        model.addAttribute("plan", reports.plan(planId));
        return "intern/plan";
    }

    @GetMapping("/{planId}/{measureId}")
    String measure(@PathVariable String planId, @PathVariable String measureId, Model model) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("key", UUID.randomUUID().toString());
        form.put("date", LocalDate.now(clock.withZone(Wording.DENMARK)).toString());
        return measure(planId, measureId, form, new FormProblems(), model);
    }

    @PostMapping("/{planId}/{measureId}/dokumentation")
    String addEvidence(
            @PathVariable String planId,
            @PathVariable String measureId,
            @RequestParam Map<String, String> form,
            Model model,
            HttpServletResponse response) {
        FormProblems problems = new FormProblems();
        Map<String, Object> evidence = evidence(form, problems);
        if (problems.isEmpty()) {
            try {
                String key = form.getOrDefault("key", "") + "-" + Integer.toHexString(form.hashCode());
                reports.addEvidence(planId, measureId, evidence, key);
                return "redirect:/intern/plan/{planId}/{measureId}";
            } catch (HttpClientErrorException.Unauthorized | HttpClientErrorException.Forbidden denied) {
                throw denied;
            } catch (HttpClientErrorException refusal) {
                problems = FormProblems.of(
                        Problem.of(refusal),
                        field -> field,
                        Set.of("value", "date", "note", "link"),
                        wording.say("error.refused"));
            } catch (NeighbourUnavailable away) {
                problems.add(wording.say("error.system"));
            }
        }
        response.setStatus(400);
        return measure(planId, measureId, form, problems, model);
    }

    /** Asks before anything is taken back. */
    @GetMapping("/{planId}/{measureId}/dokumentation/{evidenceId}/fjern")
    String askToWithdraw(
            @PathVariable String planId, @PathVariable String measureId, @PathVariable String evidenceId, Model model) {
        Reports.Trail trail = reports.trail(planId, measureId);
        model.addAttribute("planId", planId);
        model.addAttribute("measure", trail.measure());
        model.addAttribute("evidenceId", evidenceId);
        return "intern/fjern-dokumentation";
    }

    @PostMapping("/{planId}/{measureId}/dokumentation/{evidenceId}/fjern")
    String withdraw(@PathVariable String planId, @PathVariable String measureId, @PathVariable String evidenceId) {
        reports.withdrawEvidence(planId, measureId, evidenceId);
        return "redirect:/intern/plan/{planId}/{measureId}";
    }

    private Map<String, Object> evidence(Map<String, String> form, FormProblems problems) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        try {
            evidence.put(
                    "value",
                    new BigDecimal(form.getOrDefault("value", "").strip().replace(',', '.')));
        } catch (NumberFormatException e) {
            problems.add("value", wording.say("error.number"));
        }
        try {
            evidence.put("date", LocalDate.parse(form.getOrDefault("date", "")).toString());
        } catch (java.time.format.DateTimeParseException e) {
            problems.add("date", wording.say("error.date"));
        }
        String note = form.getOrDefault("note", "").strip();
        if (note.isEmpty()) {
            problems.add("note", wording.say("error.note"));
        }
        evidence.put("note", note);
        String link = form.getOrDefault("link", "").strip();
        if (!link.isEmpty()) {
            evidence.put("link", link);
        }
        return evidence;
    }

    private String measure(
            String planId, String measureId, Map<String, String> form, FormProblems problems, Model model) {
        model.addAttribute("planId", planId);
        model.addAttribute("trail", reports.trail(planId, measureId));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "intern/maaltal";
    }
}
