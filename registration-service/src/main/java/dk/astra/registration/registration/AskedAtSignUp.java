package dk.astra.registration.registration;

import dk.astra.contracts.meetings.Need;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.meetings.Questionnaire;
import dk.astra.registration.needs.GivenNeeds;
import dk.astra.web.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a meeting asks, held against what people answer. */
@Component
public class AskedAtSignUp {

    private final KnownMeetings meetings;

    AskedAtSignUp(KnownMeetings meetings) {
        this.meetings = meetings;
    }

    /** Everything that is wrong with the answers to a meeting; nothing where the meeting is not known. */
    public List<FieldProblem> problems(String meetingId, Map<String, String> answers, @Nullable GivenNeeds needs) {
        return problems(questionnaire(meetingId), answers, needs);
    }

    static List<FieldProblem> problems(Questionnaire asked, Map<String, String> answers, @Nullable GivenNeeds needs) {
        List<FieldProblem> problems = new ArrayList<>(
                CheckedAnswers.of(asked.questions(), answers, Map.of()).problems());
        problems.addAll(problems(asked, needs));
        return problems;
    }

    /** Questions that have to be answered, and are not: of somebody who was signed up by another. */
    public List<String> missing(String meetingId, Map<String, String> answers) {
        return CheckedAnswers.of(questionnaire(meetingId).questions(), answers, answers).problems().stream()
                .filter(problem -> problem.code().equals("required"))
                .map(problem -> problem.field().substring("answers.".length()))
                .toList();
    }

    /** Answers that are corrected: to what is asked now, and what else is stored stays. */
    public CheckedAnswers corrected(String meetingId, Map<String, String> given, Map<String, String> stored) {
        return CheckedAnswers.of(questionnaire(meetingId).questions(), given, stored);
    }

    /** What nobody asked for is refused and not dropped: who wrote it would count on it. */
    public List<FieldProblem> problems(String meetingId, GivenNeeds needs) {
        return problems(questionnaire(meetingId), needs);
    }

    private static List<FieldProblem> problems(Questionnaire asked, @Nullable GivenNeeds needs) {
        List<FieldProblem> problems = new ArrayList<>();
        if (needs != null && needs.hasDiet() && !asked.asksNeeds().contains(Need.DIET)) {
            problems.add(new FieldProblem("needs.diet", "not-asked"));
        }
        if (needs != null && needs.access() != null && !asked.asksNeeds().contains(Need.ACCESS)) {
            problems.add(new FieldProblem("needs.access", "not-asked"));
        }
        return problems;
    }

    private Questionnaire questionnaire(String meetingId) {
        return meetings.findRecent(meetingId).map(KnownMeeting::asks).orElse(Questionnaire.NOTHING);
    }
}
