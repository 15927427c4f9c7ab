package dk.astra.reporting.plans;

import dk.astra.reporting.evidence.Evidence;
import dk.astra.reporting.evidence.RecordedEvidence;
import dk.astra.reporting.meetings.KnownMeeting;
import dk.astra.reporting.meetings.KnownMeetings;
import dk.astra.web.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells how far a plan is: counted anew at every question, from the meetings held and the evidence. */
@Component
public class ReadPlan {

    private final Plans plans;
    private final KnownMeetings meetings;
    private final RecordedEvidence evidence;
    private final Clock clock;

    ReadPlan(Plans plans, KnownMeetings meetings, RecordedEvidence evidence, Clock clock) {
        this.plans = plans;
        this.meetings = meetings;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** @throws NotFound when there is no such plan */
    public PlanReading plan(String planId) {
        Plan plan = plans.plan(planId);
        List<KnownMeeting> held = meetings.held();
        Map<String, List<Evidence>> entries =
                evidence.ofPlan(planId).stream().collect(Collectors.groupingBy(Evidence::measureId));
        List<GoalReading> goals = plan.goals().stream()
                .map(goal -> new GoalReading(
                        goal,
                        goal.measures().stream()
                                .map(measure -> MeasureReading.of(
                                        plan, measure, held, entries.getOrDefault(measure.measureId(), List.of())))
                                .toList()))
                .toList();
        return new PlanReading(plan, clock.instant(), goals);
    }

    /** @throws NotFound when there is no such plan or measure */
    public MeasureReading measure(String planId, String measureId) {
        return plan(planId).goals().stream()
                .flatMap(goal -> goal.measures().stream())
                .filter(reading -> reading.measure().measureId().equals(measureId))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
