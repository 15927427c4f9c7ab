package dk.astra.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What other services rely on does not change: stream names, types, fields, values. */
class WireNamesTest {

    /** Append-only. A question mark: may be absent. What stands below the line came later, so it must have one. */
    private static final Path PUBLISHED = Path.of("src/test/resources/published.txt");

    private static final String LATER = "--- later";

    @Test
    void namesTheStreams() {
        assertThat(Streams.ALL).containsExactly("meetings", "registrations", "deliveries", "evidence", "invitations");
        assertThat(Facts.BY_STREAM).containsOnlyKeys(Streams.ALL);
    }

    @Test
    void givesEachFactANameOfItsOwn() {
        assertThat(FactFiles.facts().map(Fact::typeOf))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+\\.[a-z]+(-[a-z]+)*\\.v[1-9]\\d*"));
    }

    @Test
    void publishesEveryFactOfASealedFamily() {
        Set<Class<?>> published = FactFiles.facts().collect(Collectors.toSet());
        for (Class<?> fact : published) {
            for (Class<?> family : fact.getInterfaces()) {
                if (family.isSealed()) {
                    assertThat(published).contains(family.getPermittedSubclasses());
                }
            }
        }
    }

    @Test
    void keepsEveryNameThatWasPublished() throws IOException {
        List<String> published = Files.readAllLines(PUBLISHED);
        assertThat(names())
                .containsAll(
                        published.stream().filter(line -> !line.equals(LATER)).toList());
        assertThat(published)
                .as("a new name is appended to %s, and nothing else there changes", PUBLISHED)
                .containsAll(names());
    }

    @Test
    void addsFieldsOnlyAsOptional() throws IOException {
        List<String> published = Files.readAllLines(PUBLISHED);
        assertThat(published).contains(LATER);
        assertThat(addedAsRequired(published)).isEmpty();
    }

    /** Negative control of {@link #addsFieldsOnlyAsOptional}. */
    @Test
    void wouldFindARequiredFieldThatCameLater() {
        assertThat(addedAsRequired(List.of(
                        "mail.sent.v1 mail MailState",
                        LATER,
                        "mail.sent.v1 host String",
                        "mail.sent.v1 note String ?")))
                .containsExactly("mail.sent.v1 host String");
    }

    private static List<String> addedAsRequired(List<String> published) {
        List<String> later = published.subList(published.indexOf(LATER) + 1, published.size());
        return later.stream()
                .filter(line -> !line.endsWith("?") && !line.startsWith("enum ") && !isOfANewType(line, published))
                .toList();
    }

    /** A new type may demand what it likes: nobody has published it before. */
    private static boolean isOfANewType(String line, List<String> published) {
        String type = line.substring(0, line.indexOf(' '));
        return published.subList(0, published.indexOf(LATER)).stream().noneMatch(old -> old.startsWith(type + " "));
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        FactFiles.facts().forEach(fact -> walk(Fact.typeOf(fact), fact, names));
        return names.stream().distinct().toList();
    }

    private static void walk(String owner, Class<?> type, List<String> names) {
        if (type.isEnum()) {
            for (Object value : type.getEnumConstants()) {
                names.add("enum " + type.getSimpleName() + " " + value);
            }
        }
        if (!type.isRecord()) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String suffix = FactSchema.isRequired(component) ? "" : " ?";
            names.add(owner + " " + component.getName() + " " + simpleName(component.getGenericType()) + suffix);
            Class<?> inner = plain(component.getGenericType());
            walk(inner.getSimpleName(), inner, names);
        }
    }

    private static String simpleName(Type type) {
        return type instanceof ParameterizedType list
                ? ((Class<?>) list.getRawType()).getSimpleName() + "<"
                        + plain(type).getSimpleName() + ">"
                : ((Class<?>) type).getSimpleName();
    }

    private static Class<?> plain(Type type) {
        return type instanceof ParameterizedType list ? (Class<?>) list.getActualTypeArguments()[0] : (Class<?>) type;
    }

    /** Prints the names for {@link #PUBLISHED}. */
    public static void main(String[] arguments) {
        names().forEach(System.out::println);
    }
}
