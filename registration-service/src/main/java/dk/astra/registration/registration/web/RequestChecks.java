package dk.astra.registration.registration.web;

import dk.astra.contracts.Side;
import dk.astra.contracts.registrations.Channel;
import dk.astra.registration.needs.GivenNeeds;
import dk.astra.registration.reference.Institution;
import dk.astra.registration.reference.Municipality;
import dk.astra.registration.reference.Registers;
import dk.astra.registration.registration.Application;
import dk.astra.registration.registration.AskedAtSignUp;
import dk.astra.registration.registration.ChangeAnswers;
import dk.astra.registration.registration.CheckedAnswers;
import dk.astra.registration.registration.Contact;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.TransferRegistration;
import dk.astra.web.CprNumber;
import dk.astra.web.FieldProblem;
import dk.astra.web.IdempotencyKey;
import dk.astra.web.InvalidFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns requests into what the domain takes, and names everything that is wrong at once (P10). */
@Component
public class RequestChecks {

    static final int NAME = 120;
    static final int EMAIL = 254;
    public static final int INSTITUTION_NAME = 160;
    static final int TEXT = 500;
    static final int ANSWERS = 30;
    /** Thirty ids of options, with commas. */
    private static final int CHOSEN = 1300;

    private static final Pattern EMAIL_ADDRESS = Pattern.compile(
            "[^\\s@<>(),;:\\\\\"\\[\\]\\p{Cntrl}]{1,64}@[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?\\.[\\p{L}]{2,}");
    private static final Pattern OPTIONS = Pattern.compile("[a-z0-9-]{1,40}(,[a-z0-9-]{1,40}){0,29}");
    private static final Pattern MAY_HAVE_LINES = Pattern.compile("comment|note|answers\\..*|needs\\.access");
    private static final Pattern CAMPAIGN = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private final Registers registers;
    private final AskedAtSignUp asked;

    RequestChecks(Registers registers, AskedAtSignUp asked) {
        this.registers = registers;
        this.asked = asked;
    }

    /** @throws InvalidFields naming every bad field */
    public Application application(RegistrationRequest request, @Nullable IdempotencyKey key) {
        List<FieldProblem> problems = new ArrayList<>();
        String meetingId = required("meetingId", request.meetingId(), 64, problems);
        String name = required("name", request.name(), NAME, problems);
        String email = email(request.email(), problems);
        String title = optional("title", request.title(), NAME, problems);
        String comment = optional("comment", request.comment(), TEXT, problems);
        String institutionName = optional("institutionName", request.institutionName(), INSTITUTION_NAME, problems);
        String language = language(request.language(), problems);
        Map<String, String> answers = answers(request.answers(), problems);
        String campaign = blankToNull(request.campaign());
        if (campaign != null && !CAMPAIGN.matcher(campaign).matches()) {
            problems.add(new FieldProblem("campaign", "invalid-campaign"));
        }
        Place place = place(request.institutionNumber(), institutionName, request.municipalityCode(), problems);
        GivenNeeds needs = request.needs() == null ? null : request.needs().read(problems);
        if (!problems.isEmpty()) {
            problems.addAll(asked.problems(meetingId, answers, needs));
            throw new InvalidFields(problems);
        }
        return new Application(
                meetingId,
                new Contact(name, email, title, institutionName, language, answers, comment),
                place.institutionNumber(),
                place.municipalityCode(),
                place.side(),
                request.role() == null ? null : request.role().name(),
                request.channel() == null ? Channel.API : request.channel(),
                campaign,
                key,
                needs == null || needs.isNothing() ? null : needs);
    }

    /** @throws InvalidFields naming every bad field */
    public TransferRegistration.Colleague colleague(
            @Nullable String name, @Nullable String email, @Nullable String title, @Nullable String language) {
        List<FieldProblem> problems = new ArrayList<>();
        TransferRegistration.Colleague colleague = new TransferRegistration.Colleague(
                required("name", name, NAME, problems),
                email(email, problems),
                optional("title", title, NAME, problems),
                language(language, problems));
        if (!problems.isEmpty()) {
            throw new InvalidFields(problems.stream()
                    .map(problem -> new FieldProblem(problem.field(), codeOfAnother(problem), problem.arguments()))
                    .toList());
        }
        return colleague;
    }

    /** Of a field about somebody else than the reader: "your name" would be the wrong one. */
    public static String codeOfAnother(FieldProblem problem) {
        return problem.code().equals("required") ? problem.field() + "-required" : problem.code();
    }

    /** @throws InvalidFields when it is none */
    String email(@Nullable String email) {
        List<FieldProblem> problems = new ArrayList<>();
        String checked = email(email, problems);
        if (!problems.isEmpty()) {
            throw new InvalidFields(problems);
        }
        return checked;
    }

    /** @throws InvalidFields naming every bad field */
    ChangeAnswers.Answers answers(ChangeRequest request, Registration registration, Contact before) {
        List<FieldProblem> problems = new ArrayList<>();
        String name = request.name() == null ? before.name() : required("name", request.name(), NAME, problems);
        String title = request.title() == null ? before.title() : optional("title", request.title(), NAME, problems);
        String comment =
                request.comment() == null ? before.comment() : optional("comment", request.comment(), TEXT, problems);
        String language = request.language() == null ? before.language() : language(request.language(), problems);
        Map<String, String> answers = request.answers() == null
                ? before.answers()
                : corrected(registration, before, answers(request.answers(), problems), problems);
        if (request.needs() != null) {
            GivenNeeds needs = request.needs().read(problems);
            problems.addAll(asked.problems(registration.meetingId(), needs));
        }
        boolean moved = request.institutionNumber() != null
                || request.institutionName() != null
                || request.municipalityCode() != null;
        String institutionName = moved
                ? optional("institutionName", request.institutionName(), INSTITUTION_NAME, problems)
                : before.institutionName();
        Place place = moved
                ? place(request.institutionNumber(), institutionName, request.municipalityCode(), problems)
                : new Place(registration.institutionNumber(), registration.municipalityCode(), registration.side());
        if (!problems.isEmpty()) {
            throw new InvalidFields(problems);
        }
        return new ChangeAnswers.Answers(
                name,
                title,
                place.institutionNumber(),
                institutionName,
                place.municipalityCode(),
                place.side(),
                request.role() == null ? registration.role() : request.role().name(),
                language,
                answers,
                comment);
    }

    private Map<String, String> corrected(
            Registration registration, Contact before, Map<String, String> given, List<FieldProblem> problems) {
        CheckedAnswers corrected = asked.corrected(registration.meetingId(), given, before.answers());
        problems.addAll(corrected.problems());
        return corrected.answers();
    }

    /** @return null where the request says nothing of them; {@link #answers} has checked them */
    static @Nullable GivenNeeds needs(ChangeRequest request) {
        return request.needs() == null ? null : request.needs().read(new ArrayList<>());
    }

    private record Place(
            @Nullable String institutionNumber,
            @Nullable String municipalityCode,
            @Nullable Side side) {}

    /** Where somebody works: an institution of the register, its name as text, or a municipality. */
    private Place place(
            @Nullable String institutionNumber,
            @Nullable String institutionName,
            @Nullable String municipalityCode,
            List<FieldProblem> problems) {
        String number = blankToNull(institutionNumber);
        String code = blankToNull(municipalityCode);
        if (number == null && institutionName == null && code == null) {
            problems.add(new FieldProblem("institutionNumber", "workplace-required"));
            return new Place(null, null, null);
        }
        if (number != null) {
            Optional<Institution> institution = registers.institution(number);
            if (!number.matches("\\d{6}")) {
                problems.add(new FieldProblem("institutionNumber", "institution-number"));
            } else if (registers.lacksInstitution(number)) {
                problems.add(new FieldProblem("institutionNumber", "unknown-institution"));
            }
            if (code == null && institution.isPresent()) {
                code = institution.get().municipalityCode();
            }
        }
        if (code != null && !code.matches("\\d{4}")) {
            problems.add(new FieldProblem("municipalityCode", "municipality-code"));
            return new Place(number, null, null);
        }
        Optional<Municipality> municipality = code == null ? Optional.empty() : registers.municipality(code);
        if (code != null && registers.lacksMunicipality(code)) {
            problems.add(new FieldProblem("municipalityCode", "unknown-municipality"));
        }
        return new Place(number, code, municipality.map(Municipality::side).orElse(null));
    }

    private static String email(@Nullable String value, List<FieldProblem> problems) {
        String email = required("email", value, EMAIL, problems);
        if (!email.isEmpty()
                && email.length() <= EMAIL
                && (!EMAIL_ADDRESS.matcher(email).matches()
                        || email.contains("..")
                        || email.startsWith(".")
                        || email.contains(".@"))) {
            problems.add(new FieldProblem("email", "invalid-email"));
        }
        return email;
    }

    private static String language(@Nullable String value, List<FieldProblem> problems) {
        if (value == null || value.isBlank() || value.equals("da")) {
            return "da";
        }
        if (!value.equals("en")) {
            problems.add(new FieldProblem("language", "language"));
        }
        return "en";
    }

    private static Map<String, String> answers(
            @Nullable Map<String, @Nullable String> answers, List<FieldProblem> problems) {
        Map<String, String> checked = new LinkedHashMap<>();
        if (answers == null) {
            return checked;
        }
        if (answers.size() > ANSWERS) {
            problems.add(new FieldProblem("answers", "too-many", List.of(ANSWERS)));
            return checked;
        }
        answers.forEach((question, answer) -> {
            if (!question.matches("[^.$\\p{Cntrl}]{1,160}")) {
                problems.add(new FieldProblem("answers", "invalid-question"));
                return;
            }
            boolean options = answer != null && OPTIONS.matcher(answer).matches();
            String text = optional("answers." + question, answer, options ? CHOSEN : TEXT, problems);
            if (text != null) {
                checked.put(question, text);
            }
        });
        return checked;
    }

    private static String required(String field, @Nullable String value, int most, List<FieldProblem> problems) {
        String text = optional(field, value, most, problems);
        if (text == null) {
            problems.add(new FieldProblem(field, "required"));
            return "";
        }
        return text;
    }

    static @Nullable String optional(String field, @Nullable String value, int most, List<FieldProblem> problems) {
        String text = blankToNull(value);
        if (text == null) {
            return null;
        }
        if (text.length() > most) {
            problems.add(new FieldProblem(field, "too-long", List.of(most)));
        } else if (hasControlCharacters(text, MAY_HAVE_LINES.matcher(field).matches())) {
            problems.add(new FieldProblem(field, "control-characters"));
        } else if (CprNumber.isIn(text) && !field.equals("meetingId")) { // a random id can look like one
            problems.add(new FieldProblem(field, "cpr-number"));
        }
        return text;
    }

    /** Half a surrogate pair is no character either. */
    private static boolean hasControlCharacters(String text, boolean mayHaveLines) {
        return text.codePoints()
                .anyMatch(c -> (Character.isISOControl(c) && !(mayHaveLines && (c == '\n' || c == '\r' || c == '\t')))
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    /** A text that may be left out, for other requests than these. */
    public static @Nullable String text(String field, @Nullable String value, int most, List<FieldProblem> problems) {
        return optional(field, value, most, problems);
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
