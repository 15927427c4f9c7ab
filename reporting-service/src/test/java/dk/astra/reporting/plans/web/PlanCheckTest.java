package dk.astra.reporting.plans.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.astra.reporting.plans.Goal;
import dk.astra.reporting.plans.Measure;
import dk.astra.reporting.plans.Plan;
import dk.astra.reporting.plans.Rule;
import dk.astra.testsupport.embedded.LocalStackJars;
import dk.astra.web.InvalidFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a plan must be, tried on the plan of 2024 with one thing changed. */
class PlanCheckTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ObjectNode plan;

    @BeforeEach
    void readPlan() throws IOException {
        Path file = LocalStackJars.root().resolve("samples/2024/plan.json");
        plan = (ObjectNode) JSON.readTree(Files.readString(file));
    }

    private Plan checked() {
        return PlanCheck.plan("2024", JSON.treeToValue(plan, PlanRequest.class));
    }

    private List<String> problemsAfter(Consumer<ObjectNode> change) {
        change.accept(plan);
        InvalidFields refused = catchThrowableOfType(InvalidFields.class, this::checked);
        assertThat(refused).as("refusal").isNotNull();
        return refused.fields().stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }

    private ObjectNode goal(int goal) {
        return (ObjectNode) plan.get("goals").get(goal);
    }

    private ObjectNode measure(int goal, int measure) {
        return (ObjectNode) goal(goal).get("measures").get(measure);
    }

    @Test
    void takesThePlanOf2024() {
        Plan taken = checked();
        List<Measure> measures =
                taken.goals().stream().map(Goal::measures).flatMap(List::stream).toList();
        assertThat(taken.goals()).hasSize(5);
        assertThat(measures).hasSize(36);
        assertThat(measures.stream().filter(measure -> measure.rule() != null)).hasSize(12);
        Rule abc = taken.measure("1.3-ABC").orElseThrow().rule();
        assertThat(abc).isNotNull();
        assertThat(abc.tag()).isEqualTo("ABC");
        assertThat(abc.types()).hasSize(2);
    }

    @Test
    void namesEveryBadFieldAtOnce() {
        assertThat(problemsAfter(plan -> {
                    plan.remove("title");
                    plan.put("from", "2025-01-01");
                    measure(0, 0).put("op", "<");
                    measure(0, 0).put("target", 0);
                    ((ObjectNode) measure(0, 1).get("unit")).put("en", " ");
                }))
                .contains(
                        "title required",
                        "to before-start",
                        "goals[0].measures[0].op invalid-value",
                        "goals[0].measures[0].target out-of-range",
                        "goals[0].measures[1].unit.en required");
    }

    @Test
    void refusesAnotherIdThanInTheAddress() {
        assertThat(problemsAfter(plan -> plan.put("planId", "2025"))).containsExactly("planId differs-from-address");
    }

    @Test
    void refusesADeadlineOutsideThePeriod() {
        assertThat(problemsAfter(plan -> measure(3, 1).put("deadline", "2025-01-01")))
                .containsExactly("goals[3].measures[1].deadline outside-period");
    }

    @Test
    void refusesARepeatedMeasure() {
        assertThat(problemsAfter(plan -> measure(1, 1).put("id", "1.1a-1")))
                .containsExactly("goals[1].measures[1].id repeated");
    }

    @Test
    void refusesAPartNobodyBelongsTo() {
        assertThat(problemsAfter(plan -> {
                    measure(4, 0).putNull("part");
                }))
                .containsExactly("goals[4].partialRule.met[0] unknown-part");
    }

    @Test
    void refusesMoreMetPartsThanThereAre() {
        assertThat(problemsAfter(plan -> ((ObjectNode) goal(4).get("partialRule")).put("exactly", 3)))
                .containsExactly("goals[4].partialRule.exactly out-of-range");
    }

    @Test
    void refusesAMisspeltRestrictionOfARule() {
        assertThat(problemsAfter(plan -> ((ObjectNode) measure(2, 1).get("rule")).put("formatt", "ONLINE")))
                .containsExactly("goals[2].measures[1].rule.formatt unknown-field");
    }

    @Test
    void refusesAShareWithoutATag() {
        ObjectNode rule = JSON.createObjectNode().put("kind", "heldWithTag");
        assertThat(problemsAfter(plan -> measure(2, 1).set("rule", rule)))
                .containsExactly("goals[2].measures[1].rule.tag required");
    }

    @Test
    void refusesAPlanWithoutGoals() {
        assertThat(problemsAfter(plan -> plan.putArray("goals"))).containsExactly("goals required");
    }
}
