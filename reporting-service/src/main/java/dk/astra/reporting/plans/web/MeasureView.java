package dk.astra.reporting.plans.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.astra.contracts.LocalizedText;
import dk.astra.reporting.facts.Words;
import dk.astra.reporting.plans.Measure;
import dk.astra.reporting.plans.MeasureReading;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A measure and how far it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeasureView(
        String id,
        LocalizedText text,
        @Schema(allowableValues = {">=", "="}) String op,
        int target,
        LocalizedText unit,
        LocalDate deadline,
        @Schema(allowableValues = {"senest", "inden"}) String deadlineWord,

        @Schema(allowableValues = {"auto", "semi", "manual"})
        String mode,

        @Schema(description = "Null for a share while there is nothing to share.")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable
        Integer value,

        boolean met,

        @Schema(description = "True where the value is counted from facts; false where staff record evidence.")
        boolean computed,

        @Nullable LocalizedText note,
        @Nullable String part,

        @Schema(
                allowableValues = {"added", "latest"},
                description = "How entries of evidence become the value; null where it is counted.")
        @Nullable
        String evidence) {

    static MeasureView of(MeasureReading reading, Words words) {
        Measure measure = reading.measure();
        boolean computed = measure.rule() != null;
        return new MeasureView(
                measure.measureId(),
                measure.text(),
                measure.op().sign(),
                measure.target(),
                measure.unit(),
                measure.deadline(),
                measure.deadlineWord().name().toLowerCase(Locale.ROOT),
                measure.mode().name().toLowerCase(Locale.ROOT),
                reading.value(),
                reading.isMet(),
                computed,
                note(reading, words),
                measure.part(),
                computed ? null : measure.evidence().name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable LocalizedText note(MeasureReading reading, Words words) {
        LocalizedText note = reading.measure().note();
        if (!reading.doubtful()) {
            return note;
        }
        LocalizedText doubt = words.text("measure.doubtful", reading.measure().deadline());
        return note == null ? doubt : new LocalizedText(note.da() + " " + doubt.da(), note.in("en") + " " + doubt.en());
    }
}
