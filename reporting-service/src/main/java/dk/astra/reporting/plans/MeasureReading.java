package dk.astra.reporting.plans;

import dk.astra.reporting.evidence.Evidence;
import dk.astra.reporting.meetings.KnownMeeting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a measure is, and everything that was looked at to say so.
 *
 * @param value null for a share of nothing
 * @param list in order of day; what each adds is in {@link Counted#counts()}
 * @param doubtful whether something fell on the deadline itself and was left out by the word {@code inden}
 */
public record MeasureReading(Measure measure, @Nullable Integer value, List<Counted> list, boolean doubtful) {

    private static final Comparator<Evidence> BY_DATE = Comparator.comparing(Evidence::date)
            .thenComparing(Evidence::recordedAt)
            .thenComparing(Evidence::evidenceId);

    /**
     * @param held all meetings held, by start
     * @param evidence all entries of the measure, withdrawn ones too
     */
    static MeasureReading of(Plan plan, Measure measure, List<KnownMeeting> held, List<Evidence> evidence) {
        Rule rule = measure.rule();
        return rule == null
                ? byHand(plan, measure, evidence.stream().sorted(BY_DATE).toList())
                : computed(plan, measure, rule, held);
    }

    public boolean isMet() {
        return measure.isMetBy(value);
    }

    private static MeasureReading computed(Plan plan, Measure measure, Rule rule, List<KnownMeeting> held) {
        List<KnownMeeting> inPeriod = held.stream()
                .filter(meeting -> plan.covers(meeting.figures().startsOn()))
                .toList();
        List<KnownMeeting> inTime = new ArrayList<>();
        List<KnownMeeting> late = new ArrayList<>();
        for (KnownMeeting meeting : inPeriod) {
            (measure.isInTime(meeting.figures().startsOn()) ? inTime : late).add(meeting);
        }
        Rule.Count count = rule.count(inTime);
        List<Counted> list = new ArrayList<>(count.list());
        late.stream()
                .filter(meeting -> rule.fits(meeting.figures()))
                .filter(meeting -> measure.isDoubtful(meeting.figures().startsOn()))
                .forEach(meeting -> list.add(Counted.meeting(meeting, 0)));
        return new MeasureReading(
                measure,
                count.value(),
                List.copyOf(list),
                list.size() > count.list().size());
    }

    private static MeasureReading byHand(Plan plan, Measure measure, List<Evidence> evidence) {
        List<Evidence> valid = evidence.stream()
                .filter(entry -> !entry.isWithdrawn())
                .filter(entry -> plan.covers(entry.date()) && measure.isInTime(entry.date()))
                .toList();
        boolean added = measure.evidence() == Measure.EvidenceReading.ADDED;
        Optional<Evidence> latest = valid.isEmpty() ? Optional.empty() : Optional.of(valid.getLast());
        List<Counted> list = new ArrayList<>();
        int value = 0;
        boolean doubtful = false;
        for (Evidence entry : evidence) {
            boolean counts =
                    added ? valid.contains(entry) : latest.filter(entry::equals).isPresent();
            list.add(Counted.evidence(entry, counts ? entry.value() : 0));
            value += counts ? entry.value() : 0;
            doubtful |= !entry.isWithdrawn() && plan.covers(entry.date()) && measure.isDoubtful(entry.date());
        }
        return new MeasureReading(measure, value, List.copyOf(list), doubtful);
    }
}
