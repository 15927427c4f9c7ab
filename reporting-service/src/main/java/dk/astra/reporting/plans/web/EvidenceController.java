package dk.astra.reporting.plans.web;

import dk.astra.reporting.evidence.RecordEvidence;
import dk.astra.reporting.evidence.WithdrawEvidence;
import dk.astra.reporting.plans.Measure;
import dk.astra.reporting.plans.MeasureComputed;
import dk.astra.reporting.plans.Plan;
import dk.astra.reporting.plans.Plans;
import dk.astra.web.IdempotencyKey;
import dk.astra.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Evidence", description = "What staff recorded by hand for measures that no fact can compute.")
class EvidenceController {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    private final Plans plans;
    private final RecordEvidence recordEvidence;
    private final WithdrawEvidence withdrawEvidence;
    private final Clock clock;

    EvidenceController(Plans plans, RecordEvidence recordEvidence, WithdrawEvidence withdrawEvidence, Clock clock) {
        this.plans = plans;
        this.recordEvidence = recordEvidence;
        this.withdrawEvidence = withdrawEvidence;
        this.clock = clock;
    }

    record EvidenceReceipt(String evidenceId) {}

    @PostMapping("/api/plans/{planId}/measures/{measureId}/evidence")
    @Operation(
            summary = "Records evidence for a measure",
            description = "Needs MANAGER. Only for measures that are not counted from facts (409 measure-computed)."
                    + " value is in the measure's unit, 1 for a yes; note and link are stored as written and must not"
                    + " hold a CPR number. Idempotency-Key is honoured.")
    ResponseEntity<EvidenceReceipt> record(
            @PathVariable String planId,
            @PathVariable String measureId,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody EvidenceRequest request) {
        Plan plan = plans.plan(planId);
        Measure measure = plan.measure(measureId).orElseThrow(NotFound::new);
        if (measure.rule() != null) {
            throw new MeasureComputed();
        }
        RecordEvidence.Entry entry = request.checked(plan, measureId, LocalDate.now(clock.withZone(DENMARK)));
        String operation = "POST /api/plans/" + planId + "/measures/" + measureId + "/evidence";
        String id = recordEvidence.record(entry, IdempotencyKey.of(key, operation, entry.toString()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create("/api/plans/%s/measures/%s/evidence/%s".formatted(planId, measureId, id)))
                .body(new EvidenceReceipt(id));
    }

    @DeleteMapping("/api/plans/{planId}/measures/{measureId}/evidence/{evidenceId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Takes evidence back",
            description = "Needs MANAGER. It stays in the trail without counting. Again: 204 again.")
    void withdraw(@PathVariable String planId, @PathVariable String measureId, @PathVariable String evidenceId) {
        withdrawEvidence.withdraw(planId, measureId, evidenceId);
    }
}
