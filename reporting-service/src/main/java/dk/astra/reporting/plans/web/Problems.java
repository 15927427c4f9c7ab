package dk.astra.reporting.plans.web;

import dk.astra.contracts.LocalizedText;
import dk.astra.reporting.plans.web.PlanRequest.TextRequest;
import dk.astra.web.FieldProblem;
import dk.astra.web.InvalidFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, field by field; what is missing is replaced so that checking goes on. */
final class Problems {

    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}");

    private final List<FieldProblem> found = new ArrayList<>();

    void add(String field, String code, Object... arguments) {
        found.add(new FieldProblem(field, code, List.of(arguments)));
    }

    /** @throws InvalidFields with all of them, where there are any */
    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidFields(found);
        }
    }

    <T> T required(String field, @Nullable T value, T instead) {
        if (value == null) {
            add(field, "required");
            return instead;
        }
        return value;
    }

    /** A short name of letters, digits, dot, hyphen. */
    String id(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            add(field, "required");
            return "";
        }
        if (!ID.matcher(value).matches()) {
            add(field, "invalid-id");
        }
        return value;
    }

    LocalizedText text(String field, @Nullable TextRequest value, int longest) {
        if (value == null) {
            add(field, "required");
            return new LocalizedText("", "");
        }
        return new LocalizedText(text(field + ".da", value.da(), longest), text(field + ".en", value.en(), longest));
    }

    private String text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            add(field, "required");
            return "";
        }
        if (value.length() > longest) {
            add(field, "too-long", longest);
        }
        return value.strip();
    }

    int number(String field, @Nullable Integer value, int least, int most) {
        if (value == null) {
            add(field, "required");
            return least;
        }
        if (value < least || value > most) {
            add(field, "out-of-range");
        }
        return value;
    }

    <T> T choice(String field, @Nullable String value, Map<String, T> choices, T instead) {
        if (value == null) {
            add(field, "required");
            return instead;
        }
        T chosen = choices.get(value);
        if (chosen == null) {
            add(field, "invalid-value");
            return instead;
        }
        return chosen;
    }

    <T> List<T> list(String field, @Nullable List<@Nullable T> value, int most) {
        if (value == null || value.isEmpty()) {
            add(field, "required");
            return List.of();
        }
        if (value.size() > most) {
            add(field, "too-many", most);
            return List.of();
        }
        List<T> present = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            T element = value.get(i);
            if (element == null) {
                add(field + "[" + i + "]", "required");
            } else {
                present.add(element);
            }
        }
        return present;
    }
}
