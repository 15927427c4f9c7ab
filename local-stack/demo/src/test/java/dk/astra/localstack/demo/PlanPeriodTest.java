package dk.astra.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PlanPeriodTest {

    private final ObjectNode plan = Samples.in(SamplesTest.FOLDER).plan();

    @Test
    void beginsWithTheCurrentMonthAndMovesEveryDeadlineAlike() {
        JsonNode moved = PlanPeriod.of(JsonMapper.shared().createObjectNode(), LocalDate.of(2026, 11, 22))
                .move(plan);
        assertThat(moved.get("from").asString()).isEqualTo("2026-11-01");
        assertThat(moved.get("to").asString()).isEqualTo("2027-10-31");
        assertThat(deadline(moved, "2.1a-1")).isEqualTo("2027-04-30");
        assertThat(deadline(moved, "2.1a-2")).isEqualTo("2027-08-01");
        assertThat(deadline(moved, "2.2b")).isEqualTo("2027-10-31");
    }

    @Test
    void staysWhereItIsWhileALoadedPlanRuns() {
        JsonNode loaded = JsonMapper.shared().readTree("{\"from\":\"2026-11-01\",\"to\":\"2027-10-31\"}");
        JsonNode moved = PlanPeriod.of(loaded, LocalDate.of(2027, 2, 3)).move(plan);
        assertThat(moved.get("from").asString()).isEqualTo("2026-11-01");
    }

    @Test
    void leavesTheSampleItselfAlone() {
        PlanPeriod.of(JsonMapper.shared().createObjectNode(), LocalDate.of(2026, 11, 22))
                .move(plan);
        assertThat(plan.get("from").asString()).isEqualTo("2024-01-01");
    }

    private static String deadline(JsonNode plan, String measureId) {
        return plan.get("goals")
                .valueStream()
                .flatMap(goal -> goal.get("measures").valueStream())
                .filter(measure -> measure.get("id").asString().equals(measureId))
                .findFirst()
                .orElseThrow()
                .get("deadline")
                .asString();
    }
}
