package dk.astra.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** P7: no fact has a field that could hold a name, an address or a free-text answer of a person. */
class PersonalDataTest {

    private static final Set<String> WORDS = Set.of(
            "name",
            "firstname",
            "lastname",
            "fullname",
            "surname",
            "email",
            "address",
            "recipient",
            "phone",
            "telephone",
            "mobile",
            "street",
            "cpr",
            "birth",
            "birthday",
            "birthdate",
            "age",
            "gender",
            "answer",
            "answers",
            "comment",
            "note",
            "notes",
            "remark",
            "diet",
            "dietary",
            "allergy",
            "allergies",
            "accessibility",
            "title",
            "token",
            "link",
            "ip",
            "username");

    /** About meetings, not about people: a house, and the mailbox of a role. */
    private static final Set<String> PUBLIC = Set.of(
            "Venue.name",
            "Venue.street",
            "Contact.email",
            "MeetingState.title",
            "MeetingState.confirmsEmail", // whether, not which
            "ProgrammeItem.title");

    @Test
    void findsNoFieldForPersonalDataInAnyFact() {
        List<String> suspicious = FactFiles.facts()
                .flatMap(fact -> suspicious(fact).stream())
                .distinct()
                .toList();
        assertThat(suspicious).allMatch(PUBLIC::contains);
    }

    @Test
    void letsOnlyMeetingsCarryPublicNames() {
        assertThat(Facts.BY_STREAM.entrySet().stream()
                        .filter(stream -> !stream.getKey().equals(Streams.MEETINGS))
                        .flatMap(stream -> stream.getValue().stream())
                        .flatMap(fact -> suspicious(fact).stream()))
                .isEmpty();
    }

    /** Negative controls. */
    @Test
    void wouldFindAnAddressWhereverItHides() {
        assertThat(suspicious(WithAddress.class)).containsExactly("WithAddress.email");
        assertThat(suspicious(Nested.class)).containsExactly("WithAddress.email");
        assertThat(suspicious(InAList.class)).containsExactly("WithAddress.email", "InAList.institutionName");
    }

    record WithAddress(String registrationId, String email) {}

    record Nested(WithAddress contact) {}

    record InAList(List<WithAddress> people, String institutionName) {}

    private static List<String> suspicious(Class<?> type) {
        List<String> found = new ArrayList<>();
        collect(type, found, new HashSet<>());
        return found;
    }

    private static void collect(Class<?> type, List<String> found, Set<Class<?>> seen) {
        if (!type.isRecord() || !seen.add(type)) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String[] words = component.getName().split("(?=[A-Z])");
            for (String word : words) {
                if (WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                    found.add(type.getSimpleName() + "." + component.getName());
                    break;
                }
            }
            Type generic = component.getGenericType();
            if (generic instanceof ParameterizedType parameterized) {
                for (Type argument : parameterized.getActualTypeArguments()) {
                    collect((Class<?>) argument, found, seen);
                }
            } else {
                collect((Class<?>) generic, found, seen);
            }
        }
    }
}
