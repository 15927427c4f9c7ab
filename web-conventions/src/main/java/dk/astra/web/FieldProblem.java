package dk.astra.web;

import java.util.List;

/**
 * What is wrong with one field. The text comes from the bundle: {@code field.<field>.<code>}, or {@code
 * field.<code>}.
 *
 * @param field path in the request body, for example {@code venue.postalCode}
 * @param code for example {@code required}, {@code too-long}, {@code invalid-email}
 */
public record FieldProblem(String field, String code, List<Object> arguments) {

    public FieldProblem(String field, String code) {
        this(field, code, List.of());
    }
}
