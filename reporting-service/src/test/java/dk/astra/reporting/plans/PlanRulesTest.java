package dk.astra.reporting.plans;

import static dk.astra.reporting.GivenMeetings.aHeldMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.contracts.meetings.MeetingType;
import dk.astra.reporting.evidence.Evidence;
import dk.astra.reporting.meetings.KnownMeeting;
import dk.astra.reporting.plans.Measure.Comparison;
import dk.astra.reporting.plans.Measure.DeadlineWord;
import dk.astra.reporting.plans.Measure.EvidenceReading;
import dk.astra.reporting.plans.Measure.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How measures are counted and goals scored (domain.md 1.3 and 1.5). */
class PlanRulesTest {

    private static final LocalDate JUNE_30 = LocalDate.of(2024, 6, 30);
    private static final LocalizedText TEXT = new LocalizedText("tekst", "text");

    private final Plan plan = new Plan("2024", TEXT, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), List.of());

    private static Rule meetingsHeld() {
        return new Rule(Rule.Kind.MEETINGS_HELD, Set.of(), null, null, null);
    }

    private static Measure measure(@Nullable Rule rule, Comparison op, int target, DeadlineWord word) {
        return new Measure(
                "m", TEXT, op, target, TEXT, JUNE_30, word, Mode.AUTO, rule, null, null, EvidenceReading.ADDED);
    }

    private MeasureReading read(Measure measure, KnownMeeting... held) {
        return MeasureReading.of(plan, measure, List.of(held), List.of());
    }

    @Nested
    class MeetingsHeld {

        @Test
        void countsMeetingsOfTypeNetworkAndFormat() {
            Rule rule = new Rule(
                    Rule.Kind.MEETINGS_HELD,
                    Set.of(MeetingType.NATIONAL_NETWORK_MEETING),
                    Network.EUD,
                    MeetingFormat.ONLINE,
                    null);
            MeasureReading reading = read(
                    measure(rule, Comparison.AT_LEAST, 1, DeadlineWord.SENEST),
                    aHeldMeeting()
                            .of(MeetingType.NATIONAL_NETWORK_MEETING)
                            .as(MeetingFormat.ONLINE)
                            .build(),
                    aHeldMeeting().of(MeetingType.NATIONAL_NETWORK_MEETING).build(),
                    aHeldMeeting().as(MeetingFormat.ONLINE).build(),
                    aHeldMeeting()
                            .of(MeetingType.NATIONAL_NETWORK_MEETING)
                            .as(MeetingFormat.ONLINE)
                            .in(Network.PRIMARY)
                            .build());
            assertThat(reading.value()).isEqualTo(1);
            assertThat(reading.list()).hasSize(1);
            assertThat(reading.isMet()).isTrue();
        }

        @Test
        void leavesOutWhatIsOutsideThePeriod() {
            MeasureReading reading = read(
                    measure(meetingsHeld(), Comparison.AT_LEAST, 1, DeadlineWord.SENEST),
                    aHeldMeeting().on(LocalDate.of(2023, 12, 31)).build(),
                    aHeldMeeting().on(LocalDate.of(2025, 1, 1)).build());
            assertThat(reading.value()).isZero();
            assertThat(reading.list()).isEmpty();
            assertThat(reading.isMet()).isFalse();
        }

        @Test
        void senestTakesTheDayItself() {
            MeasureReading reading = read(
                    measure(meetingsHeld(), Comparison.AT_LEAST, 1, DeadlineWord.SENEST),
                    aHeldMeeting().on(JUNE_30).build(),
                    aHeldMeeting().on(JUNE_30.plusDays(1)).build());
            assertThat(reading.value()).isEqualTo(1);
            assertThat(reading.doubtful()).isFalse();
        }

        @Test
        void indenLeavesTheDayOutAndSaysSo() {
            MeasureReading reading = read(
                    measure(meetingsHeld(), Comparison.AT_LEAST, 1, DeadlineWord.INDEN),
                    aHeldMeeting().on(JUNE_30.minusDays(1)).build(),
                    aHeldMeeting().on(JUNE_30).build());
            assertThat(reading.value()).isEqualTo(1);
            assertThat(reading.doubtful()).isTrue();
            assertThat(reading.list()).extracting(Counted::counts).containsExactly(1, 0);
        }

        @Test
        void exactlyMeansExactly() {
            MeasureReading reading = read(
                    measure(meetingsHeld(), Comparison.EXACTLY, 1, DeadlineWord.SENEST),
                    aHeldMeeting().build(),
                    aHeldMeeting().build());
            assertThat(reading.value()).isEqualTo(2);
            assertThat(reading.isMet()).isFalse();
        }
    }

    @Nested
    class Twins {

        private final Measure measure = measure(
                new Rule(Rule.Kind.TWINS_HELD, Set.of(MeetingType.THEME_DAY), Network.EUD, null, null),
                Comparison.EXACTLY,
                2,
                DeadlineWord.SENEST);

        @Test
        void areMetByOneOnEachSideOfOneSeries() {
            MeasureReading reading = read(
                    measure,
                    aHeldMeeting().twin("s", Side.EAST).build(),
                    aHeldMeeting().twin("s", Side.WEST).build());
            assertThat(reading.value()).isEqualTo(2);
            assertThat(reading.isMet()).isTrue();
        }

        @Test
        void doNotCountAcrossSeries() {
            MeasureReading reading = read(
                    measure,
                    aHeldMeeting().twin("s", Side.EAST).build(),
                    aHeldMeeting().twin("t", Side.WEST).build());
            assertThat(reading.value()).isEqualTo(1);
            assertThat(reading.list()).extracting(Counted::counts).containsExactlyInAnyOrder(1, 0);
        }

        @Test
        void needIdenticalContent() {
            MeasureReading reading = read(
                    measure,
                    aHeldMeeting().inSeries("s", Side.EAST).build(),
                    aHeldMeeting().inSeries("s", Side.WEST).build());
            assertThat(reading.value()).isZero();
        }

        @Test
        void countASideOnce() {
            MeasureReading reading = read(
                    measure,
                    aHeldMeeting().twin("s", Side.EAST).build(),
                    aHeldMeeting().twin("s", Side.EAST).build(),
                    aHeldMeeting().twin("s", Side.WEST).build());
            assertThat(reading.value()).isEqualTo(2);
            assertThat(reading.list().stream().mapToInt(Counted::counts).sum()).isEqualTo(2);
        }
    }

    @Nested
    class Share {

        private final Measure measure = measure(
                new Rule(
                        Rule.Kind.HELD_WITH_TAG,
                        Set.of(MeetingType.REGIONAL_NETWORK_MEETING, MeetingType.NATIONAL_NETWORK_MEETING),
                        null,
                        null,
                        "ABC"),
                Comparison.EXACTLY,
                100,
                DeadlineWord.SENEST);

        @Test
        void hasNoValueWhileNothingIsHeld() {
            MeasureReading reading = read(measure, aHeldMeeting().showing("ABC").build());
            assertThat(reading.value()).isNull();
            assertThat(reading.isMet()).isFalse();
        }

        @Test
        void isRoundedDownSoThatAlmostAllIsNotAll() {
            List<KnownMeeting> held = new ArrayList<>();
            for (int i = 0; i < 299; i++) {
                held.add(aHeldMeeting()
                        .of(MeetingType.REGIONAL_NETWORK_MEETING)
                        .showing("ABC")
                        .build());
            }
            held.add(aHeldMeeting().of(MeetingType.NATIONAL_NETWORK_MEETING).build());
            MeasureReading reading = MeasureReading.of(plan, measure, held, List.of());
            assertThat(reading.value()).isEqualTo(99);
            assertThat(reading.isMet()).isFalse();
            assertThat(reading.list()).hasSize(300);
        }

        @Test
        void isMetWhenAllShowIt() {
            MeasureReading reading = read(
                    measure,
                    aHeldMeeting()
                            .of(MeetingType.NATIONAL_NETWORK_MEETING)
                            .showing("ABC", "STEM")
                            .build());
            assertThat(reading.value()).isEqualTo(100);
            assertThat(reading.isMet()).isTrue();
        }
    }

    @Nested
    class ByHand {

        private Evidence entry(int value, LocalDate date, boolean withdrawn) {
            return new Evidence(
                    UUID.randomUUID().toString(),
                    1,
                    "2024",
                    "m",
                    value,
                    date,
                    "note",
                    null,
                    Instant.parse("2024-07-01T10:00:00Z"),
                    "fact",
                    null,
                    withdrawn ? "withdrawn" : null,
                    null,
                    List.of(),
                    null);
        }

        @Test
        void addsUpWhatStandsInTime() {
            MeasureReading reading = MeasureReading.of(
                    plan,
                    measure(null, Comparison.AT_LEAST, 10, DeadlineWord.SENEST),
                    List.of(),
                    List.of(
                            entry(4, LocalDate.of(2024, 3, 1), false),
                            entry(6, JUNE_30, false),
                            entry(50, LocalDate.of(2024, 4, 1), true),
                            entry(60, JUNE_30.plusDays(1), false)));
            assertThat(reading.value()).isEqualTo(10);
            assertThat(reading.isMet()).isTrue();
            assertThat(reading.list()).extracting(Counted::counts).containsExactly(4, 0, 6, 0);
        }

        @Test
        void takesTheLatestWhereThePlanSaysSo() {
            Measure yes = new Measure(
                    "m",
                    TEXT,
                    Comparison.EXACTLY,
                    1,
                    TEXT,
                    JUNE_30,
                    DeadlineWord.INDEN,
                    Mode.MANUAL,
                    null,
                    null,
                    null,
                    EvidenceReading.LATEST);
            MeasureReading reading = MeasureReading.of(
                    plan,
                    yes,
                    List.of(),
                    List.of(
                            entry(1, LocalDate.of(2024, 3, 2), false),
                            entry(0, LocalDate.of(2024, 3, 1), false),
                            entry(0, JUNE_30, false)));
            assertThat(reading.value()).isEqualTo(1);
            assertThat(reading.isMet()).isTrue();
            assertThat(reading.doubtful()).isTrue();
        }

        @Test
        void isZeroWithoutAnEntry() {
            MeasureReading reading = read(measure(null, Comparison.AT_LEAST, 1, DeadlineWord.SENEST));
            assertThat(reading.value()).isZero();
            assertThat(reading.isMet()).isFalse();
        }
    }

    @Nested
    class Scores {

        private MeasureReading reading(@Nullable String part, boolean met) {
            Measure measure = new Measure(
                    "m" + part,
                    TEXT,
                    Comparison.AT_LEAST,
                    1,
                    TEXT,
                    JUNE_30,
                    DeadlineWord.SENEST,
                    Mode.MANUAL,
                    null,
                    null,
                    part,
                    EvidenceReading.ADDED);
            return new MeasureReading(measure, met ? 1 : 0, List.of(), false);
        }

        private GoalReading goal(@Nullable PartialRule rule, MeasureReading... measures) {
            List<MeasureReading> list = List.of(measures);
            return new GoalReading(
                    new Goal(
                            "g",
                            TEXT,
                            rule,
                            list.stream().map(MeasureReading::measure).toList()),
                    list);
        }

        private final PartialRule oneOfTwo = new PartialRule(List.of("a", "b"), 1);

        @Test
        void goalIsMetWhenEveryMeasureIs() {
            assertThat(goal(oneOfTwo, reading("a", true), reading("b", true)).score())
                    .isEqualTo(1);
        }

        @Test
        void goalCountsHalfWhenExactlyOnePartIsMet() {
            GoalReading goal = goal(oneOfTwo, reading("a", true), reading("a", true), reading("b", false));
            assertThat(goal.score()).isEqualTo(0.5);
            assertThat(goal.status()).isEqualTo(GoalReading.Status.PARTIALLY_MET);
        }

        @Test
        void halfAPartIsNothing() {
            assertThat(goal(oneOfTwo, reading("a", true), reading("a", false), reading("b", false))
                            .score())
                    .isZero();
        }

        @Test
        void goalWithoutPartialRuleIsMetOrNot() {
            assertThat(goal(null, reading(null, true), reading(null, false)).score())
                    .isZero();
        }

        @Test
        void resultIsTheMean() {
            PlanReading reading = new PlanReading(
                    plan,
                    Instant.EPOCH,
                    List.of(
                            goal(null, reading(null, true)),
                            goal(oneOfTwo, reading("a", true), reading("b", false)),
                            goal(null, reading(null, false)),
                            goal(null, reading(null, false)),
                            goal(null, reading(null, false))));
            assertThat(reading.result()).isEqualTo(0.3);
        }
    }
}
