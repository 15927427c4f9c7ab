package dk.astra.reporting.reach.web;

import dk.astra.contracts.LocalizedText;
import dk.astra.reporting.facts.FactView;
import dk.astra.reporting.facts.MailFigures;
import dk.astra.reporting.facts.RecordedFact;
import dk.astra.reporting.facts.Trail;
import dk.astra.reporting.facts.Words;
import dk.astra.reporting.meetings.KnownMeetings;
import dk.astra.reporting.reach.FactsBehind;
import dk.astra.reporting.reach.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Words for the facts behind a figure. */
@Component
class FigureTrail {

    private final Trail trail;
    private final KnownMeetings meetings;
    private final Words words;

    FigureTrail(Trail trail, KnownMeetings meetings, Words words) {
        this.trail = trail;
        this.meetings = meetings;
        this.words = words;
    }

    List<FactView> of(Figure figure, List<FactsBehind.Entry> entries) {
        Map<String, RecordedFact> facts = trail.of(
                figure.stream(),
                entries.stream().map(FactsBehind.Entry::subject).toList());
        Map<String, LocalizedText> titles = meetings.titles(entries.stream()
                .map(entry -> facts.get(entry.factId()))
                .filter(Objects::nonNull)
                .map(RecordedFact::meetingId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        LocalizedText unknown = words.text("meeting.unknown");
        List<FactView> views = new ArrayList<>();
        for (FactsBehind.Entry entry : entries) {
            RecordedFact fact = facts.get(entry.factId());
            if (fact != null) {
                LocalizedText title = titles.getOrDefault(String.valueOf(fact.meetingId()), unknown);
                views.add(new FactView(
                        fact.factId(),
                        fact.type(),
                        fact.stream(),
                        fact.subject(),
                        fact.time(),
                        fact.meetingId(),
                        summary(figure, fact, title),
                        entry.counts(),
                        null,
                        null));
            }
        }
        return views;
    }

    private LocalizedText summary(Figure figure, RecordedFact fact, LocalizedText title) {
        if (figure == Figure.ATTENDED) {
            return words.text("fact.registration.attended", title);
        }
        if (fact.erased() != null) {
            return words.text("fact.registration.erased", title);
        }
        if (fact.meeting() != null) {
            Integer attendance = fact.meeting().attendance();
            return words.text(
                    "fact.meeting." + fact.meeting().status(),
                    title,
                    fact.meeting().startsOn(),
                    attendance == null ? 0 : attendance);
        }
        MailFigures mail = fact.mail();
        if (mail != null) {
            return words.text("fact.mail." + mail.outcome(), title, mail.reason() == null ? "" : mail.reason());
        }
        return fact.registration() == null
                ? title
                : words.text("fact.registration." + fact.registration().status(), title);
    }
}
