package dk.astra.portal.meetings;

import dk.astra.portal.site.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers to a meeting's questions in the reader's words; codes stay codes where the meeting does not know them. */
@Component("answerWords")
public class AnswerWords {

    private final Wording wording;

    AnswerWords(Wording wording) {
        this.wording = wording;
    }

    /** An answer that was given. */
    public record Line(String id, String label, String text) {}

    /** In the order of the questions, then what is asked no more. */
    public List<Line> lines(@Nullable Meeting meeting, @Nullable Map<String, String> answers) {
        List<Line> lines = new ArrayList<>();
        if (answers == null) {
            return lines;
        }
        List<Question> questions = meeting == null ? List.of() : meeting.questions();
        for (Question question : questions) {
            String answer = answers.get(question.id());
            if (answer != null) {
                lines.add(new Line(question.id(), wording.text(question.label()), text(question, answer)));
            }
        }
        answers.forEach((id, answer) -> {
            if (questions.stream().noneMatch(question -> question.id().equals(id))) {
                lines.add(new Line(id, id, answer));
            }
        });
        return lines;
    }

    /** What an answer says. */
    public String text(Question question, String answer) {
        return switch (question.kind()) {
            case Question.YES_NO -> wording.of("answer", answer);
            case Question.CHOICE, Question.CHOICES ->
                Arrays.stream(answer.split(",")).map(id -> option(question, id)).collect(Collectors.joining(", "));
            default -> answer;
        };
    }

    /** The words for one answer of a question with answers to choose from. */
    public String option(Question question, String id) {
        if (question.kind().equals(Question.YES_NO)) {
            return wording.of("answer", id);
        }
        Optional<Question.Option> option =
                question.options().stream().filter(one -> one.id().equals(id)).findFirst();
        return option.map(one -> wording.text(one.label())).orElse(id);
    }
}
