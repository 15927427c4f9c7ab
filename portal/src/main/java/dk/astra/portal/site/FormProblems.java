package dk.astra.portal.site;

import dk.astra.portal.calls.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form: per field one sentence that says what to do, and sentences that belong to no field. */
public final class FormProblems {

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<String> general = new ArrayList<>();

    /**
     * A service's refusal: each message at its field where the form has it, above the form where it has not.
     *
     * @param fieldOf from the path in the request to the form's field
     */
    public static FormProblems of(
            Problem problem, UnaryOperator<String> fieldOf, Set<String> fields, String otherwise) {
        FormProblems problems = new FormProblems();
        for (Problem.FieldError error : problem.fields()) {
            String message = error.message() == null ? otherwise : error.message();
            String field = error.field() == null ? "" : fieldOf.apply(error.field());
            if (fields.contains(field)) {
                problems.add(field, message);
            } else {
                problems.add(message);
            }
        }
        if (problems.isEmpty()) {
            problems.add(problem.detail() == null ? otherwise : problem.detail());
        }
        return problems;
    }

    /** The first problem of a field is the one that is shown. */
    public FormProblems add(String field, String message) {
        fields.putIfAbsent(field, message);
        return this;
    }

    public FormProblems add(String message) {
        general.add(message);
        return this;
    }

    public boolean isEmpty() {
        return fields.isEmpty() && general.isEmpty();
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    public @Nullable String of(String field) {
        return fields.get(field);
    }

    public Map<String, String> getFields() {
        return fields;
    }

    public List<String> getGeneral() {
        return general;
    }
}
