package dk.astra.reporting.plans.web;

import dk.astra.contracts.LocalizedText;
import dk.astra.reporting.facts.Words;
import dk.astra.reporting.plans.Plan;
import dk.astra.reporting.plans.Plans;
import dk.astra.reporting.plans.ReadPlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Plans", description = "The year's plan: goals, measures, and how far they are.")
class PlanController {

    private final Plans plans;
    private final ReadPlan readPlan;
    private final Words words;

    PlanController(Plans plans, ReadPlan readPlan, Words words) {
        this.plans = plans;
        this.readPlan = readPlan;
        this.words = words;
    }

    record PlanList(List<PlanSummary> items) {}

    record PlanSummary(String planId, LocalizedText title, LocalDate from, LocalDate to) {}

    @PutMapping("/api/plans/{planId}")
    @Operation(
            summary = "Enters a plan or replaces it whole",
            description =
                    "Needs ADMINISTRATOR. Evidence already recorded stays with its measure's id. Everything that is"
                            + " wrong is named at once, and then nothing is stored.")
    PlanView enter(@PathVariable String planId, @RequestBody PlanRequest request) {
        Plan plan = PlanCheck.plan(planId, request);
        plans.enter(plan);
        return PlanView.of(readPlan.plan(planId), words);
    }

    @GetMapping("/api/plans")
    @Operation(summary = "The plans there are, newest first", description = "Needs MANAGER.")
    PlanList plans() {
        return new PlanList(plans.all().stream()
                .map(plan -> new PlanSummary(plan.planId(), plan.title(), plan.from(), plan.to()))
                .toList());
    }

    @GetMapping("/api/plans/{planId}")
    @Operation(
            summary = "A plan and how far it is now",
            description = "Needs MANAGER. A goal scores 1 when every measure is met, 0.5 when its partial rule is, else"
                    + " 0; the result is the mean. A meeting counts when it was held, by its first day in Denmark,"
                    + " within the plan's period and the measure's deadline.")
    PlanView plan(@PathVariable String planId) {
        return PlanView.of(readPlan.plan(planId), words);
    }
}
