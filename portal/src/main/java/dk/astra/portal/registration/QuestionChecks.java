package dk.astra.portal.registration;

import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.meetings.Question;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import dk.astra.web.CprNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be told of answers and needs before they are sent; the rules are registration-service's (docs/http-api.md). */
@Component
class QuestionChecks {

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_DIET = 200;
    private static final int GREATEST_NUMBER = 1_000_000;

    private final Wording wording;

    QuestionChecks(Wording wording) {
        this.wording = wording;
    }

    void check(@Nullable Meeting meeting, Given given, FormProblems problems) {
        if (meeting == null) {
            return;
        }
        Map<String, String> answered = new LinkedHashMap<>();
        for (Question question : meeting.questions()) {
            if (Given.isAsked(question, answered)) {
                List<String> typed = given.to(question);
                String problem = problem(question, typed);
                if (problem != null) {
                    problems.add(Given.ANSWER + question.id(), problem);
                } else if (!typed.isEmpty()) {
                    answered.put(question.id(), String.join(",", typed));
                }
            }
        }
        needs(meeting, given, problems);
    }

    private @Nullable String problem(Question question, List<String> typed) {
        if (typed.isEmpty()) {
            return question.isRequired() ? wording.say(required(question)) : null;
        }
        String answer = typed.getFirst();
        return switch (question.kind()) {
            case Question.NUMBER -> number(question, answer);
            case Question.YES_NO -> answer.matches("YES|NO") ? null : wording.say("error.choose");
            case Question.CHOICE, Question.CHOICES ->
                question.options().stream().map(Question.Option::id).toList().containsAll(typed)
                        ? null
                        : wording.say("error.choose");
            default -> text(answer, question.maxLength() == null ? LONGEST_TEXT : question.maxLength());
        };
    }

    private static String required(Question question) {
        return switch (question.kind()) {
            case Question.YES_NO, Question.CHOICE, Question.CHOICES -> "error.choose";
            default -> "error.required";
        };
    }

    private @Nullable String number(Question question, String answer) {
        int least = question.min() == null ? -GREATEST_NUMBER : question.min();
        int most = question.max() == null ? GREATEST_NUMBER : question.max();
        boolean fits =
                answer.matches("-?\\d{1,7}") && Integer.parseInt(answer) >= least && Integer.parseInt(answer) <= most;
        if (fits) {
            return null;
        }
        return question.min() == null || question.max() == null
                ? wording.say("error.wholenumber")
                : wording.say("error.between", wording.number(least), wording.number(most));
    }

    private @Nullable String text(String text, int most) {
        if (text.length() > most) {
            return wording.say("error.too-long", most);
        }
        return CprNumber.isIn(text) ? wording.say("error.cpr") : null;
    }

    private void needs(Meeting meeting, Given given, FormProblems problems) {
        if (meeting.asks("DIET")) {
            if (given.diet().contains("OTHER") && given.dietText().isEmpty()) {
                problems.add("dietText", wording.say("error.diet"));
            }
            add(problems, "dietText", text(given.dietText(), LONGEST_DIET));
        }
        if (meeting.asks("ACCESS")) {
            add(problems, "access", text(given.access(), LONGEST_TEXT));
        }
        if (given.needsFor(meeting) != null && !given.consents()) {
            problems.add("consent", wording.say("error.consent"));
        }
    }

    private static void add(FormProblems problems, String field, @Nullable String problem) {
        if (problem != null) {
            problems.add(field, problem);
        }
    }
}
