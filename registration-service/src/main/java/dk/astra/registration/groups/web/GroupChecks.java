package dk.astra.registration.groups.web;

import dk.astra.registration.groups.Fit;
import dk.astra.registration.groups.GroupApplication;
import dk.astra.registration.groups.Rest;
import dk.astra.registration.groups.web.GroupRequest.LeaderRequest;
import dk.astra.registration.groups.web.GroupRequest.PersonRequest;
import dk.astra.registration.people.Keys;
import dk.astra.registration.registration.Application;
import dk.astra.registration.registration.web.RegistrationRequest;
import dk.astra.registration.registration.web.RequestChecks;
import dk.astra.web.FieldProblem;
import dk.astra.web.IdempotencyKey;
import dk.astra.web.InvalidFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Each person of a group keeps the rules of a single sign-up; everything that is wrong is named at once (P10). */
@Component
class GroupChecks {

    static final int MOST = 20;

    private static final Set<String> OF_A_PERSON = Set.of("name", "email", "title");
    private static final Set<String> OF_A_PERSON_WITH_LANGUAGE = Set.of("name", "email", "title", "language");
    private static final Set<String> OF_ALL = Set.of("meetingId", "campaign");
    private static final LeaderRequest NOBODY = new LeaderRequest(null, null, null, null, null, null, null, null);

    private final RequestChecks checks;

    GroupChecks(RequestChecks checks) {
        this.checks = checks;
    }

    /** @throws InvalidFields naming every bad field */
    GroupApplication application(GroupRequest request, @Nullable IdempotencyKey key) {
        List<FieldProblem> problems = new ArrayList<>();
        LeaderRequest leader = request.leader() == null ? NOBODY : request.leader();
        Optional<Application> checked = check(
                single(
                        request,
                        leader,
                        new PersonRequest(leader.name(), leader.email(), leader.title(), leader.role(), null)),
                key,
                "leader.",
                null,
                problems);
        List<@Nullable PersonRequest> asked = request.people() == null ? List.of() : request.people();
        if (asked.isEmpty()) {
            problems.add(new FieldProblem("people", "people-required"));
        } else if (asked.size() > MOST) {
            problems.add(new FieldProblem("people", "too-many-people", List.of(MOST)));
        }
        List<GroupApplication.Person> people = new ArrayList<>();
        Set<String> mailboxes = new HashSet<>();
        for (int i = 0; i < Math.min(asked.size(), MOST); i++) {
            PersonRequest person = asked.get(i);
            if (person == null || person.isUnnamed()) {
                people.add(new GroupApplication.Person(null, null));
                continue;
            }
            String prefix = "people[" + i + "].";
            check(single(request, leader, person), null, prefix, fieldsOf(person), problems)
                    .ifPresent(one -> people.add(new GroupApplication.Person(one.contact(), one.role())));
            if (person.email() != null && !mailboxes.add(Keys.normalised(person.email()))) {
                problems.add(new FieldProblem(prefix + "email", "same-person"));
            }
        }
        if (!problems.isEmpty() || checked.isEmpty()) {
            throw new InvalidFields(problems);
        }
        return new GroupApplication(
                checked.get(),
                people,
                request.fit() == null ? Fit.ALL : request.fit(),
                request.rest() == null ? Rest.WAIT : request.rest(),
                request.nameBy());
    }

    /**
     * Whom a place is for.
     *
     * @throws InvalidFields naming every bad field
     */
    Application person(PersonRequest person, String meetingId, String language) {
        List<FieldProblem> problems = new ArrayList<>();
        LeaderRequest anywhere = new LeaderRequest(null, null, null, null, "-", null, null, language);
        GroupRequest request = new GroupRequest(meetingId, anywhere, null, null, null, null, null, null);
        return check(single(request, anywhere, person), null, "", fieldsOf(person), problems)
                .orElseThrow(() -> new InvalidFields(problems));
    }

    private static RegistrationRequest single(GroupRequest request, LeaderRequest leader, PersonRequest person) {
        return new RegistrationRequest(
                request.meetingId(),
                person.name(),
                person.email(),
                person.title(),
                leader.institutionNumber(),
                leader.institutionName(),
                leader.municipalityCode(),
                person.role(),
                person.language() == null ? leader.language() : person.language(),
                request.channel(),
                request.campaign(),
                null,
                null,
                null);
    }

    /** What is the person's own, and so told at the person. */
    private static Set<String> fieldsOf(PersonRequest person) {
        return person.language() == null ? OF_A_PERSON : OF_A_PERSON_WITH_LANGUAGE;
    }

    /**
     * What all share is named once, at the leader.
     *
     * @param ofAPerson fields that are told of a person; null for the leader
     */
    private Optional<Application> check(
            RegistrationRequest single,
            @Nullable IdempotencyKey key,
            String prefix,
            @Nullable Set<String> ofAPerson,
            List<FieldProblem> problems) {
        try {
            return Optional.of(checks.application(single, key));
        } catch (InvalidFields invalid) {
            for (FieldProblem problem : invalid.fields()) {
                if (ofAPerson == null && OF_ALL.contains(problem.field())) {
                    problems.add(problem); // as of a single sign-up
                } else if (ofAPerson == null || ofAPerson.contains(problem.field())) {
                    problems.add(new FieldProblem(
                            prefix + problem.field(), RequestChecks.codeOfAnother(problem), problem.arguments()));
                }
            }
            return Optional.empty();
        }
    }
}
