package dk.astra.reporting.plans.web;

import dk.astra.contracts.LocalizedText;
import dk.astra.reporting.plans.Goal;
import dk.astra.reporting.plans.Measure;
import dk.astra.reporting.plans.Measure.Comparison;
import dk.astra.reporting.plans.Measure.DeadlineWord;
import dk.astra.reporting.plans.Measure.EvidenceReading;
import dk.astra.reporting.plans.Measure.Mode;
import dk.astra.reporting.plans.PartialRule;
import dk.astra.reporting.plans.Plan;
import dk.astra.reporting.plans.web.PlanRequest.GoalRequest;
import dk.astra.reporting.plans.web.PlanRequest.MeasureRequest;
import dk.astra.reporting.plans.web.PlanRequest.PartialRuleRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a request into a plan, or names everything that keeps it from being one. */
final class PlanCheck {

    private static final int TITLE = 200;
    private static final int TEXT = 500;
    private static final Map<String, Comparison> OPS = Map.of(">=", Comparison.AT_LEAST, "=", Comparison.EXACTLY);
    private static final Map<String, DeadlineWord> WORDS =
            Map.of("senest", DeadlineWord.SENEST, "inden", DeadlineWord.INDEN);
    private static final Map<String, Mode> MODES = Map.of("auto", Mode.AUTO, "semi", Mode.SEMI, "manual", Mode.MANUAL);
    private static final Map<String, EvidenceReading> READINGS =
            Map.of("added", EvidenceReading.ADDED, "latest", EvidenceReading.LATEST);

    private final Problems problems = new Problems();
    private final Set<String> goalIds = new HashSet<>();
    private final Set<String> measureIds = new HashSet<>();

    private PlanCheck() {}

    /** @throws dk.astra.web.InvalidFields with every bad field */
    static Plan plan(String planId, PlanRequest request) {
        PlanCheck check = new PlanCheck();
        Plan plan = check.checked(planId, request);
        check.problems.refuseIfAny();
        return plan;
    }

    private Plan checked(String planId, PlanRequest request) {
        problems.id("planId", planId);
        if (request.planId() != null && !request.planId().equals(planId)) {
            problems.add("planId", "differs-from-address");
        }
        LocalizedText title = problems.text("title", request.title(), TITLE);
        LocalDate from = problems.required("from", request.from(), LocalDate.MIN);
        LocalDate to = problems.required("to", request.to(), LocalDate.MAX);
        if (to.isBefore(from)) {
            problems.add("to", "before-start");
        }
        List<GoalRequest> requested = problems.list("goals", request.goals(), 50);
        List<Goal> goals = new ArrayList<>();
        for (int i = 0; i < requested.size(); i++) {
            goals.add(goal("goals[" + i + "]", requested.get(i), from, to));
        }
        return new Plan(planId, title, from, to, goals);
    }

    private Goal goal(String field, GoalRequest request, LocalDate from, LocalDate to) {
        String id = problems.id(field + ".id", request.id());
        if (!goalIds.add(id)) {
            problems.add(field + ".id", "repeated");
        }
        LocalizedText title = problems.text(field + ".title", request.title(), TITLE);
        List<MeasureRequest> requested = problems.list(field + ".measures", request.measures(), 100);
        List<Measure> measures = new ArrayList<>();
        for (int i = 0; i < requested.size(); i++) {
            measures.add(measure(field + ".measures[" + i + "]", requested.get(i), from, to));
        }
        return new Goal(id, title, partialRule(field + ".partialRule", request.partialRule(), measures), measures);
    }

    private @Nullable PartialRule partialRule(
            String field, @Nullable PartialRuleRequest request, List<Measure> measures) {
        if (request == null) {
            return null;
        }
        Set<String> parts = measures.stream()
                .map(measure -> measure.part() == null ? "" : measure.part())
                .collect(Collectors.toSet());
        List<String> met = problems.list(field + ".met", request.met(), 20);
        for (int i = 0; i < met.size(); i++) {
            if (met.get(i).isBlank() || !parts.contains(met.get(i))) {
                problems.add(field + ".met[" + i + "]", "unknown-part");
            }
        }
        if (Set.copyOf(met).size() < met.size()) {
            problems.add(field + ".met", "repeated");
        }
        int exactly = problems.number(field + ".exactly", request.exactly(), 1, Math.max(1, met.size()));
        return new PartialRule(met, exactly);
    }

    private Measure measure(String field, MeasureRequest request, LocalDate from, LocalDate to) {
        String id = problems.id(field + ".id", request.id());
        if (!measureIds.add(id)) {
            problems.add(field + ".id", "repeated");
        }
        Comparison op = problems.choice(field + ".op", request.op(), OPS, Comparison.AT_LEAST);
        LocalDate deadline = problems.required(field + ".deadline", request.deadline(), from);
        if (deadline.isBefore(from) || deadline.isAfter(to)) {
            problems.add(field + ".deadline", "outside-period");
        }
        String part = request.part();
        return new Measure(
                id,
                problems.text(field + ".text", request.text(), TEXT),
                op,
                problems.number(field + ".target", request.target(), 1, 1_000_000),
                problems.text(field + ".unit", request.unit(), 60),
                deadline,
                problems.choice(field + ".deadlineWord", request.deadlineWord(), WORDS, DeadlineWord.SENEST),
                problems.choice(field + ".mode", request.mode(), MODES, Mode.MANUAL),
                request.rule() == null ? null : RuleCheck.rule(field + ".rule", request.rule(), problems),
                request.note() == null ? null : problems.text(field + ".note", request.note(), TEXT),
                part == null ? null : problems.id(field + ".part", part),
                evidence(field, request.evidence(), op));
    }

    /** Without a word in the plan: a count grows entry by entry, a yes or a share is what it was last. */
    private EvidenceReading evidence(String field, @Nullable String requested, Comparison op) {
        EvidenceReading usual = op == Comparison.AT_LEAST ? EvidenceReading.ADDED : EvidenceReading.LATEST;
        return requested == null ? usual : problems.choice(field + ".evidence", requested, READINGS, usual);
    }
}
