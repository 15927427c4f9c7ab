package dk.astra.localstack.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The twelve months a plan is moved to, beginning with the first day of a month. */
record PlanPeriod(YearMonth first) {

    /** The period of a plan that is loaded already and still runs, else the one that begins with this month. */
    static PlanPeriod of(JsonNode loaded, LocalDate today) {
        if (loaded.hasNonNull("from") && loaded.hasNonNull("to")) {
            LocalDate from = LocalDate.parse(loaded.get("from").asString());
            LocalDate to = LocalDate.parse(loaded.get("to").asString());
            if (!today.isBefore(from) && !today.isAfter(to)) {
                return new PlanPeriod(YearMonth.from(from));
            }
        }
        return new PlanPeriod(YearMonth.from(today));
    }

    /** The plan with its period and every deadline moved; the last day of a month stays the last day. */
    ObjectNode move(ObjectNode plan) {
        ObjectNode moved = plan.deepCopy();
        YearMonth origin = YearMonth.from(LocalDate.parse(plan.get("from").asString()));
        long months = ChronoUnit.MONTHS.between(origin, first);
        shift(moved, "from", months);
        shift(moved, "to", months);
        for (JsonNode goal : moved.get("goals")) {
            for (JsonNode measure : goal.get("measures")) {
                shift((ObjectNode) measure, "deadline", months);
            }
        }
        return moved;
    }

    private static void shift(ObjectNode node, String field, long months) {
        LocalDate date = LocalDate.parse(node.get(field).asString());
        YearMonth month = YearMonth.from(date);
        YearMonth moved = month.plusMonths(months);
        boolean last = date.equals(month.atEndOfMonth());
        node.put(
                field,
                (last ? moved.atEndOfMonth() : moved.atDay(Math.min(date.getDayOfMonth(), moved.lengthOfMonth())))
                        .toString());
    }
}
