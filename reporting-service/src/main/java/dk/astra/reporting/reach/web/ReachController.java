package dk.astra.reporting.reach.web;

import dk.astra.reporting.facts.FactView;
import dk.astra.reporting.reach.FactsBehind;
import dk.astra.reporting.reach.Figure;
import dk.astra.reporting.reach.Period;
import dk.astra.reporting.reach.Reach;
import dk.astra.reporting.reach.ReadReach;
import dk.astra.web.InvalidFields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Reach", description = "How many were reached, and the facts behind each figure.")
class ReachController {

    private static final int MOST = 500;

    private final ReadReach readReach;
    private final FactsBehind factsBehind;
    private final FigureTrail trail;

    ReachController(ReadReach readReach, FactsBehind factsBehind, FigureTrail trail) {
        this.readReach = readReach;
        this.factsBehind = factsBehind;
        this.trail = trail;
    }

    record FactPage(
            String kind, List<FactView> items, @Nullable String next) {}

    @GetMapping("/api/reach")
    @Operation(
            summary = "The figures of a period",
            description = "Needs MANAGER. A registration or mail belongs to the period in which its meeting begins, by"
                    + " date in Denmark; from and to are inclusive and may be missing.")
    Reach reach(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {
        return readReach.in(period(from, to));
    }

    @GetMapping("/api/facts")
    @Operation(
            summary = "The facts behind a figure",
            description = "Needs MANAGER. kind is the name of a figure of /api/reach, for example confirmed, people or"
                    + " mails.sent. One fact for each thing counted; the counts of all pages add up to the figure."
                    + " next is the cursor of the next page, null on the last. At most 500 on a page.")
    FactPage facts(
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable String meetingId,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidFields("limit", "out-of-range");
        }
        Figure figure = Figure.named(kind).orElseThrow(() -> new InvalidFields("kind", "invalid-value"));
        FactsBehind.Page page = factsBehind.page(
                new FactsBehind.Question(figure, period(from, to), blankToNull(meetingId), blankToNull(cursor), limit));
        return new FactPage(figure.figureName(), trail.of(figure, page.entries()), page.next());
    }

    private static Period period(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new InvalidFields("to", "before-start");
        }
        return new Period(from, to);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
