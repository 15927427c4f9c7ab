package dk.astra.web;

import java.util.List;

/** Bad fields, all of them at once; answered as 400 {@code invalid-fields}. */
public final class InvalidFields extends RuntimeException {

    private final List<FieldProblem> fields;

    public InvalidFields(List<FieldProblem> fields) {
        super("invalid fields " + fields.stream().map(FieldProblem::field).toList());
        this.fields = List.copyOf(fields);
    }

    public InvalidFields(String field, String code) {
        this(List.of(new FieldProblem(field, code)));
    }

    public List<FieldProblem> fields() {
        return fields;
    }
}
