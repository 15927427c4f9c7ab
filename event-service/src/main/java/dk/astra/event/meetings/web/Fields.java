package dk.astra.event.meetings.web;

import dk.astra.contracts.LocalizedText;
import dk.astra.web.CprNumber;
import dk.astra.web.FieldProblem;
import dk.astra.web.InvalidFields;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a request and collects all that is wrong with them, so that an organiser is told at once (P10).
 * A reading is null where the field was left out or is wrong.
 */
public final class Fields {

    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\r\\t]]");
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2100;

    private final String prefix;
    private final List<FieldProblem> problems;

    public Fields() {
        this("", new ArrayList<>());
    }

    private Fields(String prefix, List<FieldProblem> problems) {
        this.prefix = prefix;
        this.problems = problems;
    }

    /** Reads what lies below a field, for example {@code venue} or {@code meetings[0]}. */
    public Fields below(String field) {
        return new Fields(prefix + field + ".", problems);
    }

    public void reject(String field, String code, Object... arguments) {
        problems.add(new FieldProblem(prefix + field, code, List.of(arguments)));
    }

    void reject(List<FieldProblem> found) {
        found.forEach(problem ->
                reject(problem.field(), problem.code(), problem.arguments().toArray()));
    }

    /** @throws InvalidFields with all that was found */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidFields(problems);
        }
    }

    /** Whether anything was found, wherever. */
    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    /** Whether a problem was found with one of these fields. */
    boolean isWrong(String... fields) {
        return problems.stream()
                .anyMatch(problem ->
                        Arrays.stream(fields).anyMatch(field -> problem.field().equals(prefix + field)));
    }

    @Nullable
    String text(String field, @Nullable String value, int longest) {
        String read = optionalText(field, value, longest);
        if (read == null && !isWrong(field)) {
            reject(field, "required");
        }
        return read;
    }

    @Nullable
    String optionalText(String field, @Nullable String value, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > longest) {
            reject(field, "too-long", Integer.toString(longest));
        } else if (UNREADABLE.matcher(text).find()) {
            reject(field, "unreadable-characters");
        } else if (CprNumber.isIn(text)) {
            reject(field, "cpr-number");
        } else {
            return text;
        }
        return null;
    }

    /** A text in Danish, and in English where somebody wrote it. */
    @Nullable
    LocalizedText localized(String field, @Nullable TextRequest value, int longest) {
        if (value == null) {
            reject(field, "required");
            return null;
        }
        Fields below = below(field);
        String danish = below.text("da", value.da(), longest);
        String english = below.optionalText("en", value.en(), longest);
        return danish == null ? null : new LocalizedText(danish, english == null ? "" : english);
    }

    @Nullable
    String matching(String field, @Nullable String value, Pattern pattern, String code) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!pattern.matcher(text).matches()) {
            reject(field, code);
            return null;
        }
        return text;
    }

    <E extends Enum<E>> @Nullable E oneOf(String field, @Nullable String value, Class<E> kind) {
        String name = value == null ? "" : value.strip();
        if (name.isEmpty()) {
            return null;
        }
        Optional<E> found = Arrays.stream(kind.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            reject(field, "unknown-value", String.join(", ", names(kind)));
        }
        return found.orElse(null);
    }

    <E extends Enum<E>> @Nullable E oneRequired(String field, @Nullable String value, Class<E> kind) {
        E read = oneOf(field, value, kind);
        if (read == null && !isWrong(field)) {
            reject(field, "required");
        }
        return read;
    }

    private static List<String> names(Class<? extends Enum<?>> kind) {
        return Arrays.stream(kind.getEnumConstants()).map(Enum::name).toList();
    }

    @Nullable
    Integer number(String field, @Nullable Integer value, int least, int most) {
        if (value == null) {
            reject(field, "required");
            return null;
        }
        if (value < least || value > most) {
            reject(field, "not-between", Integer.toString(least), Integer.toString(most));
            return null;
        }
        return value;
    }

    @Nullable
    ZoneId zone(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return ZoneId.of(value.strip());
        } catch (DateTimeException e) {
            reject(field, "unknown-zone");
            return null;
        }
    }

    /** A local date-time that exists in the zone; one with an offset is taken to the zone. */
    @Nullable
    LocalDateTime time(String field, @Nullable String value, ZoneId zone) {
        if (value == null || value.isBlank()) {
            return null;
        }
        LocalDateTime time = parsed(value.strip(), zone);
        if (time == null) {
            reject(field, "invalid-time");
        } else if (time.getYear() < EARLIEST_YEAR || time.getYear() > LATEST_YEAR) {
            reject(field, "year-out-of-range", Integer.toString(EARLIEST_YEAR), Integer.toString(LATEST_YEAR));
        } else if (zone.getRules().getValidOffsets(time).isEmpty()) {
            reject(field, "nonexistent-time");
        } else {
            return time.withNano(0);
        }
        return null;
    }

    @Nullable
    LocalDateTime requiredTime(String field, @Nullable String value, ZoneId zone) {
        LocalDateTime read = time(field, value, zone);
        if (read == null && !isWrong(field)) {
            reject(field, "required");
        }
        return read;
    }

    private static @Nullable LocalDateTime parsed(String text, ZoneId zone) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException local) {
            try {
                return OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime();
            } catch (DateTimeException withOffset) {
                return null;
            }
        }
    }

    @Nullable
    LocalTime timeOfDay(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            reject(field, "required");
            return null;
        }
        try {
            return LocalTime.parse(value.strip()).withNano(0);
        } catch (DateTimeException e) {
            reject(field, "invalid-time-of-day");
            return null;
        }
    }
}
