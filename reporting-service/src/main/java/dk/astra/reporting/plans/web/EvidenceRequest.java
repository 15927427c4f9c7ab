package dk.astra.reporting.plans.web;

import dk.astra.reporting.evidence.RecordEvidence;
import dk.astra.reporting.plans.Plan;
import dk.astra.web.CprNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Evidence as entered. */
record EvidenceRequest(
        @Schema(description = "What was reached, in the measure's unit; 1 for a yes.") @Nullable
        Integer value,

        @Schema(description = "When, in Denmark; within the plan's period and not in the future.") @Nullable
        LocalDate date,

        @Nullable String note,
        @Schema(description = "http or https.") @Nullable String link) {

    private static final int NOTE = 1000;
    private static final int LINK = 500;

    RecordEvidence.Entry checked(Plan plan, String measureId, LocalDate today) {
        Problems problems = new Problems();
        int number = problems.number("value", value, 0, 1_000_000);
        LocalDate day = problems.required("date", date, plan.from());
        if (day.isAfter(today)) {
            problems.add("date", "in-future");
        } else if (!plan.covers(day)) {
            problems.add("date", "outside-period");
        }
        if (note == null || note.isBlank()) {
            problems.add("note", "required");
        } else if (note.length() > NOTE) {
            problems.add("note", "too-long", NOTE);
        } else if (CprNumber.isIn(note)) {
            problems.add("note", "cpr-number");
        }
        String address = link == null || link.isBlank() ? null : link.strip();
        if (address != null) {
            checkLink(address, problems);
        }
        problems.refuseIfAny();
        return new RecordEvidence.Entry(
                plan.planId(), measureId, number, day, String.valueOf(note).strip(), address);
    }

    private static void checkLink(String address, Problems problems) {
        if (address.length() > LINK) {
            problems.add("link", "too-long", LINK);
        } else if (CprNumber.isIn(address)) {
            problems.add("link", "cpr-number");
        } else if (!isWebAddress(address)) {
            problems.add("link", "invalid-link");
        }
    }

    private static boolean isWebAddress(String address) {
        try {
            URI uri = new URI(address);
            return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
