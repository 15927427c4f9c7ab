package dk.astra.registration.invitations.web;

import dk.astra.registration.invitations.Answer;
import dk.astra.registration.invitations.Invitee;
import dk.astra.registration.registration.TransferRegistration;
import dk.astra.registration.registration.web.RequestChecks;
import dk.astra.web.FieldProblem;
import dk.astra.web.InvalidFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns requests about invitations into what the domain takes, and names everything that is wrong at once (P10). */
@Component
class InvitationChecks {

    static final int MOST = 200;
    static final int NOTE = 300;

    /** A person to be invited, as the organiser wrote it. */
    record PersonRequest(
            @Nullable String name,
            @Nullable String email,
            @Nullable String title,
            @Nullable String institutionName,
            @Nullable String language) {}

    private final RequestChecks people;

    InvitationChecks(RequestChecks people) {
        this.people = people;
    }

    /** @throws InvalidFields naming every bad field of every row, {@code people[3].email}: then nobody is invited */
    List<Invitee> invitees(@Nullable List<@Nullable PersonRequest> rows) {
        if (rows == null || rows.isEmpty()) {
            throw new InvalidFields("people", "required");
        }
        if (rows.size() > MOST) {
            throw new InvalidFields(List.of(new FieldProblem("people", "too-many-invited", List.of(MOST))));
        }
        List<FieldProblem> problems = new ArrayList<>();
        List<Invitee> invitees = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String row = "people[" + i + "]";
            PersonRequest person = rows.get(i);
            if (person == null) {
                problems.add(new FieldProblem(row, "required"));
                continue;
            }
            try {
                invitees.add(invitee(person));
            } catch (InvalidFields bad) {
                bad.fields()
                        .forEach(field -> problems.add(
                                new FieldProblem(row + "." + field.field(), field.code(), field.arguments())));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidFields(problems);
        }
        return invitees;
    }

    private Invitee invitee(PersonRequest person) {
        List<FieldProblem> problems = new ArrayList<>();
        String institution = RequestChecks.text(
                "institutionName", person.institutionName(), RequestChecks.INSTITUTION_NAME, problems);
        try {
            TransferRegistration.Colleague checked =
                    people.colleague(person.name(), person.email(), person.title(), person.language());
            if (problems.isEmpty()) {
                return new Invitee(checked.name(), checked.email(), checked.title(), institution, checked.language());
            }
        } catch (InvalidFields bad) {
            problems.addAll(bad.fields());
        }
        throw new InvalidFields(problems);
    }

    /** @throws InvalidFields when it is none of YES, NO and NOT_YET */
    static Answer answer(@Nullable String answer) {
        String said = answer == null ? "" : answer.strip().toUpperCase(Locale.ROOT);
        return switch (said) {
            case "YES" -> Answer.YES;
            case "NO" -> Answer.NO;
            case "NOT_YET" -> Answer.NOT_YET;
            default -> throw new InvalidFields("answer", "answer");
        };
    }

    /** @throws InvalidFields when it is too long or holds what it must not */
    static @Nullable String note(@Nullable String note) {
        List<FieldProblem> problems = new ArrayList<>();
        String text = RequestChecks.text("note", note, NOTE, problems);
        if (!problems.isEmpty()) {
            throw new InvalidFields(problems);
        }
        return text;
    }
}
