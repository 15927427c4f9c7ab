package dk.astra.registration.meetings;

import dk.astra.contracts.meetings.Need;
import dk.astra.contracts.meetings.Question;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a meeting asks people at sign-up beyond who they are. */
public record Questionnaire(List<Question> questions, Set<Need> asksNeeds) {

    public static final Questionnaire NOTHING = new Questionnaire(List.of(), Set.of());

    public Questionnaire {
        questions = questions == null ? List.of() : List.copyOf(questions);
        asksNeeds = asksNeeds == null ? Set.of() : Set.copyOf(asksNeeds);
    }

    /** @return null where nothing is asked, as of most meetings */
    public static @Nullable Questionnaire of(List<Question> questions, Set<Need> asksNeeds) {
        return questions.isEmpty() && asksNeeds.isEmpty() ? null : new Questionnaire(questions, asksNeeds);
    }
}
