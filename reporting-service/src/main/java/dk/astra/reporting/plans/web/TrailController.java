package dk.astra.reporting.plans.web;

import dk.astra.reporting.facts.FactView;
import dk.astra.reporting.facts.Words;
import dk.astra.reporting.plans.MeasureReading;
import dk.astra.reporting.plans.ReadPlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Plans")
class TrailController {

    private final ReadPlan readPlan;
    private final MeasureTrail trail;
    private final Words words;

    TrailController(ReadPlan readPlan, MeasureTrail trail, Words words) {
        this.readPlan = readPlan;
        this.trail = trail;
        this.words = words;
    }

    record TrailView(MeasureView measure, List<FactView> facts) {}

    @GetMapping("/api/plans/{planId}/measures/{measureId}/trail")
    @Operation(
            summary = "The facts behind a measure's value",
            description = "Needs MANAGER. One fact for each meeting or entry that was looked at, oldest first; counts"
                    + " says what it adds. The counts add up to the value; for a share (unit per cent), they are the"
                    + " meetings with the tag, and all listed are the whole. A fact with 0 was looked at and does not"
                    + " count: withdrawn, after the deadline, or replaced by a later entry.")
    TrailView trail(@PathVariable String planId, @PathVariable String measureId) {
        MeasureReading reading = readPlan.measure(planId, measureId);
        return new TrailView(MeasureView.of(reading, words), trail.of(reading));
    }
}
