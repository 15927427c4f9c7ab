package dk.astra.portal.registration;

import dk.astra.portal.meetings.AnswerWords;
import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.meetings.Question;
import dk.astra.portal.site.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A meeting's own questions, as fields of a form. */
@Component
class Questions {

    private static final int SHORT = 100;

    private final Wording wording;
    private final AnswerWords words;
    private final NeedsForm needs;

    Questions(Wording wording, AnswerWords words, NeedsForm needs) {
        this.wording = wording;
        this.words = words;
        this.needs = needs;
    }

    /**
     * A question as a field.
     *
     * @param kind {@code text}, {@code lines}, {@code number}, {@code radio} or {@code checkbox}
     * @param onlyIf of whom it is asked, as a sentence; null where of everybody
     * @param askedIf field whose answer decides whether it is shown, and {@code askedValues} the answers, with spaces
     */
    public record Field(
            String name,
            String kind,
            String label,
            @Nullable String hint,
            boolean required,
            List<Choice> choices,
            String value,
            @Nullable String onlyIf,
            @Nullable String askedIf,
            @Nullable String askedValues) {

        public boolean isGroup() {
            return kind.equals("radio") || kind.equals("checkbox");
        }
    }

    /** An answer to choose. */
    public record Choice(String id, String value, String label, boolean chosen) {}

    /** Puts {@code given}, {@code asked} and {@code needs} into the model. */
    void show(@Nullable Meeting meeting, Given given, Model model) {
        model.addAttribute("given", given);
        model.addAttribute("asked", fields(meeting, given));
        model.addAttribute("needs", needs.fields(meeting, given));
    }

    /** Names of the fields that a meeting's form has beyond the fixed ones. */
    static Set<String> names(@Nullable Meeting meeting) {
        Set<String> names = new LinkedHashSet<>();
        if (meeting == null) {
            return names;
        }
        meeting.questions().forEach(question -> names.add(Given.ANSWER + question.id()));
        if (meeting.asks("DIET")) {
            names.addAll(List.of("diet", "dietText"));
        }
        if (meeting.asks("ACCESS")) {
            names.add("access");
        }
        if (!meeting.asksNeeds().isEmpty()) {
            names.add("consent");
        }
        return names;
    }

    /** From a path in a request to the name of the field. */
    static String fieldOf(String path) {
        if (path.startsWith("answers.")) {
            return Given.ANSWER + path.substring("answers.".length());
        }
        return path.startsWith("needs.") ? path.substring("needs.".length()).replaceAll("\\[.*", "") : path;
    }

    private List<Field> fields(@Nullable Meeting meeting, Given given) {
        List<Field> fields = new ArrayList<>();
        if (meeting != null) {
            meeting.questions().forEach(question -> fields.add(field(meeting, question, given)));
        }
        return fields;
    }

    private Field field(Meeting meeting, Question question, Given given) {
        List<String> answers = given.to(question);
        Question.Condition condition = question.condition();
        String kind = kind(question);
        return new Field(
                Given.ANSWER + question.id(),
                kind,
                wording.text(question.label()),
                question.hint() == null ? null : wording.text(question.hint()),
                question.isRequired(),
                choices(question, answers),
                answers.isEmpty() ? "" : answers.getFirst(),
                condition == null ? null : onlyIf(meeting, condition),
                condition == null ? null : Given.ANSWER + condition.question(),
                condition == null ? null : String.join(" ", condition.isOneOf()));
    }

    private static String kind(Question question) {
        return switch (question.kind()) {
            case Question.CHOICE, Question.YES_NO -> "radio";
            case Question.CHOICES -> "checkbox";
            case Question.NUMBER -> "number";
            default -> question.maxLength() != null && question.maxLength() <= SHORT ? "text" : "lines";
        };
    }

    private List<Choice> choices(Question question, List<String> answers) {
        List<Choice> choices = new ArrayList<>();
        if (question.kind().equals(Question.YES_NO)) {
            for (String code : List.of("YES", "NO")) {
                choices.add(new Choice(code, code, wording.of("answer", code), answers.contains(code)));
            }
        }
        for (Question.Option option : question.options()) {
            choices.add(
                    new Choice(option.id(), option.id(), wording.text(option.label()), answers.contains(option.id())));
        }
        if (!question.isRequired() && kind(question).equals("radio")) { // a radio button cannot be taken back
            choices.add(new Choice("_none", "", wording.say("answer.none"), false));
        }
        return choices;
    }

    private @Nullable String onlyIf(Meeting meeting, Question.Condition condition) {
        Optional<Question> earlier = meeting.questions().stream()
                .filter(question -> question.id().equals(condition.question()))
                .findFirst();
        return earlier.map(question -> wording.say(
                        "form.onlyif",
                        condition.isOneOf().stream()
                                .map(id -> words.option(question, id))
                                .collect(Collectors.joining("” " + wording.say("form.or") + " “")),
                        wording.text(question.label())))
                .orElse(null);
    }

    /** Answers to what is asked of this person and what they need, in words. */
    List<SignUpViews.Answer> answers(@Nullable Meeting meeting, Given given) {
        List<SignUpViews.Answer> answers = new ArrayList<>(own(meeting, given));
        answers.addAll(needs.answers(meeting, given));
        return answers;
    }

    private List<SignUpViews.Answer> own(@Nullable Meeting meeting, Given given) {
        return words.lines(meeting, given.answersTo(meeting)).stream()
                .map(line -> new SignUpViews.Answer(
                        Given.ANSWER + line.id(), line.label(), "“" + line.label() + "”", line.text()))
                .toList();
    }
}
