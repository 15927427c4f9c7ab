package dk.astra.portal.registration;

import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.site.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a meeting asks of needs, as fields of a form, and in words for the person who told them. */
@Component
class NeedsForm {

    /** The codes that registration-service knows, in the order of the form. */
    static final List<String> DIETS =
            List.of("VEGETARIAN", "VEGAN", "NO_PORK", "GLUTEN_FREE", "LACTOSE_FREE", "NUT_FREE", "NO_FOOD", "OTHER");

    private final Wording wording;

    NeedsForm(Wording wording) {
        this.wording = wording;
    }

    /** What is asked of needs, as fields. */
    public record NeedsFields(
            boolean diet,
            boolean access,
            List<Questions.Choice> diets,
            String dietText,
            String accessText,
            boolean consents,
            String consent) {

        public boolean isAsked() {
            return diet || access;
        }
    }

    NeedsFields fields(@Nullable Meeting meeting, Given given) {
        boolean diet = meeting != null && meeting.asks("DIET");
        boolean access = meeting != null && meeting.asks("ACCESS");
        String what = diet && access ? "both" : diet ? "diet" : "access";
        return new NeedsFields(
                diet,
                access,
                DIETS.stream()
                        .map(code -> new Questions.Choice(
                                code,
                                code,
                                wording.of("diet", code),
                                given.diet().contains(code)))
                        .toList(),
                given.dietText(),
                given.access(),
                given.consents(),
                wording.say("form.needs.consent." + what));
    }

    /** Needs in words, for the person who told them. */
    List<SignUpViews.Answer> answers(@Nullable Meeting meeting, Given given) {
        List<SignUpViews.Answer> answers = new ArrayList<>();
        if (meeting == null || meeting.asks("DIET")) {
            String codes =
                    given.diet().stream().map(code -> wording.of("diet", code)).collect(Collectors.joining(", "));
            add(answers, "diet", "form.diet.short", codes);
            add(answers, "dietText", "form.diet.text", given.dietText());
        }
        if (meeting == null || meeting.asks("ACCESS")) {
            add(answers, "access", "form.access.short", given.access());
        }
        return answers;
    }

    private void add(List<SignUpViews.Answer> answers, String field, String key, String text) {
        if (!text.isEmpty()) {
            String label = wording.say(key);
            answers.add(new SignUpViews.Answer(field, label, label, text));
        }
    }
}
