package dk.astra.registration.registration.web;

import dk.astra.registration.needs.Diet;
import dk.astra.registration.needs.GivenNeeds;
import dk.astra.web.FieldProblem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody needs.
 *
 * @param dietText what the codes do not say
 * @param access help to be able to take part
 * @param consent that it may be used; without it nothing may be told here
 */
record NeedsRequest(
        @Nullable List<@Nullable Diet> diet,
        @Nullable String dietText,
        @Nullable String access,
        @Nullable Boolean consent) {

    private static final int LONGEST_DIET = 200;

    GivenNeeds read(List<FieldProblem> problems) {
        Set<Diet> codes = EnumSet.noneOf(Diet.class);
        if (diet != null) {
            for (int i = 0; i < diet.size(); i++) {
                Diet code = diet.get(i);
                if (code == null) {
                    problems.add(new FieldProblem("needs.diet[" + i + "]", "required"));
                } else {
                    codes.add(code);
                }
            }
        }
        GivenNeeds given = new GivenNeeds(
                codes,
                RequestChecks.optional("needs.dietText", dietText, LONGEST_DIET, problems),
                RequestChecks.optional("needs.access", access, RequestChecks.TEXT, problems));
        if (codes.contains(Diet.OTHER) && given.dietText() == null) {
            problems.add(new FieldProblem("needs.dietText", "required"));
        }
        if (!given.isNothing() && !Boolean.TRUE.equals(consent)) {
            problems.add(new FieldProblem("needs.consent", "consent"));
        }
        return given;
    }
}
