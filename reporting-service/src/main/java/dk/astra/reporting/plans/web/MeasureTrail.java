package dk.astra.reporting.plans.web;

import dk.astra.contracts.LocalizedText;
import dk.astra.reporting.evidence.Evidence;
import dk.astra.reporting.facts.FactView;
import dk.astra.reporting.facts.RecordedFact;
import dk.astra.reporting.facts.Trail;
import dk.astra.reporting.facts.Words;
import dk.astra.reporting.meetings.KnownMeeting;
import dk.astra.reporting.plans.Counted;
import dk.astra.reporting.plans.Measure;
import dk.astra.reporting.plans.MeasureReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Words for the facts that a measure looked at. */
@Component
class MeasureTrail {

    private final Trail trail;
    private final Words words;

    MeasureTrail(Trail trail, Words words) {
        this.trail = trail;
        this.words = words;
    }

    List<FactView> of(MeasureReading reading) {
        Map<String, RecordedFact> facts = trail.of(
                "meetings",
                reading.list().stream()
                        .map(Counted::meeting)
                        .filter(Objects::nonNull)
                        .map(KnownMeeting::meetingId)
                        .toList());
        List<FactView> views = new ArrayList<>();
        for (Counted counted : reading.list()) {
            KnownMeeting meeting = counted.meeting();
            Evidence evidence = counted.evidence();
            if (meeting != null) {
                RecordedFact fact = facts.get(meeting.factId());
                if (fact != null) {
                    views.add(meeting(meeting, fact, counted.counts()));
                }
            } else if (evidence != null) {
                views.add(recorded(reading.measure(), evidence, counted.counts()));
                if (evidence.isWithdrawn()) {
                    views.add(withdrawn(reading.measure(), evidence));
                }
            }
        }
        return views;
    }

    private FactView meeting(KnownMeeting meeting, RecordedFact fact, int counts) {
        Integer attendance = meeting.figures().attendance();
        LocalizedText summary = words.text(
                "fact.meeting.HELD",
                meeting.title(),
                meeting.figures().startsOn(),
                attendance == null ? 0 : attendance);
        return new FactView(
                fact.factId(),
                fact.type(),
                fact.stream(),
                fact.subject(),
                fact.time(),
                fact.meetingId(),
                summary,
                counts,
                null,
                null);
    }

    private FactView recorded(Measure measure, Evidence evidence, int counts) {
        LocalizedText summary = measure.isYesOrNo()
                ? words.text(evidence.value() == 1 ? "fact.evidence.yes" : "fact.evidence.no", evidence.date())
                : words.text("fact.evidence.recorded", evidence.value(), measure.unit(), evidence.date());
        return new FactView(
                evidence.recordedFactId(),
                "evidence.recorded.v1",
                "evidence",
                evidence.evidenceId(),
                evidence.recordedAt(),
                null,
                summary,
                counts,
                evidence.note(),
                evidence.link());
    }

    private FactView withdrawn(Measure measure, Evidence evidence) {
        LocalizedText summary =
                words.text("fact.evidence.withdrawn", evidence.value(), measure.unit(), evidence.date());
        return new FactView(
                String.valueOf(evidence.withdrawnFactId()),
                "evidence.withdrawn.v1",
                "evidence",
                evidence.evidenceId(),
                evidence.withdrawnAt() == null ? evidence.recordedAt() : evidence.withdrawnAt(),
                null,
                summary,
                0,
                null,
                null);
    }
}
