package dk.astra.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.contracts.Fact;
import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.meetings.MeetingType;
import dk.astra.messaging.Poll;
import dk.astra.reporting.facts.RecordedFact;
import dk.astra.reporting.facts.Trail;
import dk.astra.reporting.plans.Counted;
import dk.astra.reporting.plans.Goal;
import dk.astra.reporting.plans.Measure;
import dk.astra.reporting.plans.MeasureReading;
import dk.astra.reporting.plans.Plan;
import dk.astra.reporting.plans.Plans;
import dk.astra.reporting.plans.ReadPlan;
import dk.astra.reporting.plans.Rule;
import dk.astra.reporting.reach.FactsBehind;
import dk.astra.reporting.reach.Figure;
import dk.astra.reporting.reach.Period;
import dk.astra.reporting.reach.Reach;
import dk.astra.reporting.reach.ReadReach;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.json.JsonMapper;

/**
 * P8: every number equals a recount of the trail and opens the list behind it, whatever was delivered twice or
 * late; and the streams alone are enough to build it all again.
 */
@ReportingServiceTest
class NumbersEqualTheirTrailIT {

    private static final LocalDate JULY_1 = LocalDate.of(2027, 7, 1);
    private static final LocalDate DECEMBER_31 = LocalDate.of(2027, 12, 31);
    private static final LocalizedText TEXT = new LocalizedText("tekst", "text");
    private static final List<String> STATES = List.of("meetings", "registrations", "mails");

    private final Map<String, Consumer<Poll>> functions;
    private final MongoTemplate mongo;
    private final ReadReach readReach;
    private final FactsBehind factsBehind;
    private final ReadPlan readPlan;
    private final Trail trail;
    private final JsonMapper json;

    @Autowired
    NumbersEqualTheirTrailIT(
            @Qualifier("followMeetings") Consumer<Poll> followMeetings,
            @Qualifier("followRegistrations") Consumer<Poll> followRegistrations,
            @Qualifier("followDeliveries") Consumer<Poll> followDeliveries,
            MongoTemplate mongo,
            ReadReach readReach,
            FactsBehind factsBehind,
            ReadPlan readPlan,
            Plans plans,
            Trail trail,
            JsonMapper json) {
        this.functions = Map.of(
                "meetings", followMeetings, "registrations", followRegistrations, "deliveries", followDeliveries);
        this.mongo = mongo;
        this.readReach = readReach;
        this.factsBehind = factsBehind;
        this.readPlan = readPlan;
        this.trail = trail;
        this.json = json;
        plans.enter(plan());
    }

    private static Plan plan() {
        List<Measure> measures = List.of(
                measure(
                        "held",
                        JULY_1,
                        new Rule(Rule.Kind.MEETINGS_HELD, Set.of(MeetingType.THEME_DAY), null, null, null)),
                measure("twins", DECEMBER_31, new Rule(Rule.Kind.TWINS_HELD, Set.of(), null, null, null)),
                measure("share", DECEMBER_31, new Rule(Rule.Kind.HELD_WITH_TAG, Set.of(), null, null, "ABC")));
        return new Plan(
                "2027", TEXT, LocalDate.of(2027, 1, 1), DECEMBER_31, List.of(new Goal("1", TEXT, null, measures)));
    }

    private static Measure measure(String id, LocalDate deadline, Rule rule) {
        return new Measure(
                id,
                TEXT,
                Measure.Comparison.AT_LEAST,
                2,
                TEXT,
                deadline,
                Measure.DeadlineWord.SENEST,
                Measure.Mode.AUTO,
                rule,
                null,
                null,
                Measure.EvidenceReading.ADDED);
    }

    private void emptyTheDatabase() {
        ReportingServiceTest.Store.empty(mongo);
    }

    /** In polls of any size, so that several facts of one aggregate come together, and a copy with its original. */
    private void deliver(List<History.Told> facts) {
        Random sizes = new Random(facts.size());
        for (int from = 0; from < facts.size(); ) {
            int to = Math.min(facts.size(), from + 1 + sizes.nextInt(60));
            Map<String, List<ConsumerRecord<byte[], byte[]>>> polls = new TreeMap<>();
            for (History.Told told : facts.subList(from, to)) {
                polls.computeIfAbsent(told.stream(), stream -> new ArrayList<>())
                        .add(polled(told));
            }
            polls.forEach((stream, records) -> functions.get(stream).accept(new Poll(records)));
            from = to;
        }
    }

    private ConsumerRecord<byte[], byte[]> polled(History.Told told) {
        ConsumerRecord<byte[], byte[]> polled =
                new ConsumerRecord<>(told.stream(), 0, 0, new byte[0], json.writeValueAsBytes(told.fact()));
        Map.of(
                        "ce_id", told.id(),
                        "ce_type", Fact.typeOf(told.fact().getClass()),
                        "ce_source", "/test",
                        "ce_subject", told.subject(),
                        "ce_sequence", Long.toString(told.sequence()),
                        "ce_time", told.time().toString())
                .forEach((name, value) -> polled.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return polled;
    }

    private List<RecordedFact> trail() {
        return Stream.of("meetings", "registrations", "deliveries")
                .flatMap(stream -> trail.all(stream).stream())
                .sorted(Comparator.comparing(RecordedFact::factId))
                .toList();
    }

    /** Everything that is shown, to compare two histories. */
    private Map<String, Object> answers() {
        Map<String, Object> answers = new TreeMap<>();
        Period all = new Period(null, null);
        Period half = new Period(JULY_1, DECEMBER_31);
        answers.put("reach", readReach.in(all));
        answers.put("half", readReach.in(half));
        for (Figure figure : Figure.values()) {
            answers.put("list " + figure, list(figure, all));
            answers.put("half list " + figure, list(figure, half));
        }
        answers.put(
                "measures",
                readPlan.plan("2027").goals().getFirst().measures().stream()
                        .map(reading -> reading.value() + " " + reading.list())
                        .toList());
        return answers;
    }

    private List<FactsBehind.Entry> list(Figure figure, Period period) {
        List<FactsBehind.Entry> entries = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            FactsBehind.Page page = factsBehind.page(new FactsBehind.Question(figure, period, null, cursor, 17));
            entries.addAll(page.entries());
            cursor = page.next();
        } while (cursor != null);
        return entries;
    }

    private static Map<String, Long> figures(Reach reach) {
        Map<String, Long> figures = new TreeMap<>();
        figures.put("registrations", reach.registrations());
        figures.put("confirmed", reach.confirmed());
        figures.put("waitlisted", reach.waitlisted());
        figures.put("cancelled", reach.cancelled());
        figures.put("attended", reach.attended());
        figures.put("erased", reach.erased());
        figures.put("people", reach.people());
        figures.put("institutions", reach.institutions());
        figures.put("municipalities", reach.municipalities());
        figures.put("meetingsScheduled", reach.meetingsScheduled());
        figures.put("meetingsHeld", reach.meetingsHeld());
        figures.put("meetingsCancelled", reach.meetingsCancelled());
        figures.put("attendance", reach.attendance());
        figures.put("mails.sent", reach.mails().sent());
        figures.put("mails.failed", reach.mails().failed());
        figures.put("mails.deferred", reach.mails().deferred());
        return figures;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyNumberEqualsARecountOfItsTrail(long seed) {
        emptyTheDatabase();
        deliver(History.of(seed, 24, 120, 60).delivered(seed, 0.3));

        Recount recount = new Recount(trail());
        for (Period period :
                List.of(new Period(null, null), new Period(null, JULY_1), new Period(JULY_1, DECEMBER_31))) {
            Map<String, Long> figures = figures(readReach.in(period));
            assertThat(figures).as("%s", period).isEqualTo(recount.figures(period.from(), period.to()));
            for (Figure figure : Figure.values()) {
                assertOpensItsList(figure, period, figures.get(figure.figureName()));
            }
        }
        assertMeasures(recount);
    }

    private void assertOpensItsList(Figure figure, Period period, @Nullable Long value) {
        List<FactsBehind.Entry> entries = list(figure, period);
        assertThat(entries.stream().mapToLong(FactsBehind.Entry::counts).sum())
                .as("%s in %s", figure, period)
                .isEqualTo(value);
        assertThat(entries).extracting(FactsBehind.Entry::key).doesNotHaveDuplicates();
        Set<String> known =
                new HashSet<>(trail().stream().map(RecordedFact::factId).toList());
        assertThat(entries).extracting(FactsBehind.Entry::factId).isSubsetOf(known);
    }

    private void assertMeasures(Recount recount) {
        List<MeasureReading> readings = readPlan.plan("2027").goals().getFirst().measures();
        assertThat(readings.get(0).value()).isEqualTo((int) recount.held(MeetingType.THEME_DAY, JULY_1));
        assertThat(readings.get(1).value()).isEqualTo((int) recount.bestTwins());
        assertThat(readings.get(2).value())
                .isEqualTo(recount.shareWithTag("ABC").intValue());
        for (MeasureReading counted : readings.subList(0, 2)) {
            assertThat(counted.list().stream().mapToInt(Counted::counts).sum()).isEqualTo(counted.value());
        }
        List<Counted> shared = readings.get(2).list();
        assertThat(shared.stream().mapToInt(Counted::counts).sum() * 100 / shared.size())
                .isEqualTo(readings.get(2).value());
    }

    @Test
    void recountNoticesALostState() {
        emptyTheDatabase();
        deliver(History.of(6, 12, 60, 20).delivered(6, 0.2));
        mongo.updateFirst(
                Query.query(Criteria.where("figures.status").is("CONFIRMED")),
                new Update().set("figures.status", "CANCELLED"),
                "registrations");

        assertThat(figures(readReach.in(new Period(null, null))))
                .as("negative control: a state that no fact told")
                .isNotEqualTo(new Recount(trail()).figures(null, null));
    }

    @Test
    void replayIntoAnEmptyDatabaseGivesIdenticalAnswers() {
        emptyTheDatabase();
        History history = History.of(7, 24, 120, 60);
        deliver(history.delivered(70, 0.3));
        Map<String, Object> first = answers();
        List<RecordedFact> firstTrail = trail();

        emptyTheDatabase();
        assertThat(readReach.in(new Period(null, null)).registrations()).isZero();
        deliver(history.delivered(71, 0.1));

        assertThat(answers()).isEqualTo(first);
        assertThat(trail()).isEqualTo(firstTrail);
    }

    @Test
    void secondDeliveryOfEverythingChangesNothing() {
        emptyTheDatabase();
        List<History.Told> facts = History.of(8, 12, 60, 20).delivered(8, 0);
        deliver(facts);
        List<Document> before = everything();
        deliver(facts);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void twoInstancesThatFollowTheSameFactsAtOnceAgree() throws InterruptedException {
        emptyTheDatabase();
        List<History.Told> facts = History.of(10, 12, 60, 20).delivered(10, 0.2);
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> instances = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            instances.add(Thread.ofVirtual()
                    .uncaughtExceptionHandler((thread, failure) -> failures.add(failure))
                    .start(() -> deliver(facts)));
        }
        for (Thread instance : instances) {
            instance.join();
        }
        assertThat(failures).isEmpty();
        assertThat(figures(readReach.in(new Period(null, null)))).isEqualTo(new Recount(trail()).figures(null, null));
    }

    @Test
    void lastFactOfEachMeetingIsEnoughAfterTheStreamIsCompacted() {
        emptyTheDatabase();
        List<History.Told> all = History.of(11, 24, 60, 20).delivered(11, 0);
        deliver(all);
        Map<String, Long> before = figures(readReach.in(new Period(JULY_1, DECEMBER_31)));
        List<Integer> measures = values();

        emptyTheDatabase();
        Map<String, Long> last = new HashMap<>();
        all.forEach(told -> last.merge(told.subject(), told.sequence(), Math::max));
        deliver(all.stream()
                .filter(told -> !told.stream().equals("meetings") || last.get(told.subject()) == told.sequence())
                .toList());
        assertThat(figures(readReach.in(new Period(JULY_1, DECEMBER_31)))).isEqualTo(before);
        assertThat(values()).isEqualTo(measures);
        assertOpensItsList(Figure.MEETINGS_HELD, new Period(JULY_1, DECEMBER_31), before.get("meetingsHeld"));
    }

    private List<Integer> values() {
        return readPlan.plan("2027").goals().getFirst().measures().stream()
                .map(MeasureReading::value)
                .toList();
    }

    private List<Document> everything() {
        return STATES.stream()
                .flatMap(
                        collection -> mongo.find(new Query().with(Sort.by("_id")), Document.class, collection).stream())
                .toList();
    }

    @Test
    void noPersonIsLeftOfAnErasedRegistration() {
        emptyTheDatabase();
        History history = History.of(9, 6, 80, 0);
        deliver(history.delivered(9, 0.3));
        Set<String> erased = new HashSet<>();
        for (RecordedFact fact : trail()) {
            if (fact.erased() != null) {
                erased.add(fact.subject());
            }
        }
        assertThat(erased).isNotEmpty();
        assertThat(trail().stream().filter(fact -> erased.contains(fact.subject())))
                .allSatisfy(fact -> assertThat(fact.registration().personId()).isNull());
        assertThat(mongo.find(Query.query(Criteria.where("erased").is(true)), Document.class, "registrations"))
                .hasSameSizeAs(erased)
                .allSatisfy(state -> assertThat(state.toJson()).doesNotContain("person-"));
    }
}
