package dk.astra.portal.staff;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was typed into a form, by the name of the field; the names are those of the request that it becomes. */
public record Typed(Map<String, String> values) {

    static Typed empty() {
        return new Typed(new LinkedHashMap<>());
    }

    /** Empty where nothing was typed. */
    public String get(String field) {
        String value = values.get(field);
        return value == null ? "" : value.strip();
    }

    public boolean has(String field) {
        return !get(field).isEmpty();
    }

    Typed with(String field, Object value) {
        values.put(field, String.valueOf(value));
        return this;
    }
}
