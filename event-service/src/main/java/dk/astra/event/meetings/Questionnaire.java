package dk.astra.event.meetings;

import dk.astra.contracts.meetings.Need;
import dk.astra.contracts.meetings.Question;
import java.util.List;
import java.util.Set;

/** What a meeting asks people at sign-up beyond who they are. */
public record Questionnaire(List<Question> questions, Set<Need> asksNeeds) {

    public static final Questionnaire NOTHING = new Questionnaire(List.of(), Set.of());

    public Questionnaire {
        questions = questions == null ? List.of() : List.copyOf(questions);
        asksNeeds = asksNeeds == null ? Set.of() : Set.copyOf(asksNeeds);
    }
}
