package dk.astra.registration.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Beside another instance that writes lower numbers at the same moment. */
class PlaceInLineTest {

    private final Set<Long> waiting = new TreeSet<>();
    private final Set<Long> left = new TreeSet<>();
    private final PlaceInLine places = new PlaceInLine(registrations());

    @Test
    void countsLowerNumbersThatAreBeingWrittenAsStandingBefore() {
        waiting.addAll(Set.of(1L, 2L, 4L, 6L));

        assertThat(told(4, 6)).containsExactly(4L, 6L);

        waiting.addAll(Set.of(3L, 5L, 7L));
        assertThat(told(7)).containsExactly(7L);
    }

    @Test
    void countsNobodyWhoLeft() {
        waiting.addAll(Set.of(2L, 4L));
        left.addAll(Set.of(1L, 3L));

        assertThat(told(2, 4)).containsExactly(1L, 2L);
    }

    private List<Long> told(long... numbers) {
        return places
                .of(Arrays.stream(numbers)
                        .mapToObj(PlaceInLineTest::registration)
                        .toList())
                .values()
                .stream()
                .sorted()
                .toList();
    }

    private static Registration registration(long number) {
        Registration registration = new Registration();
        registration.id = "r" + number;
        registration.meetingId = "m";
        registration.joinLine(number);
        return registration;
    }

    private Registrations registrations() {
        return (Registrations) Proxy.newProxyInstance(
                Registrations.class.getClassLoader(),
                new Class<?>[] {Registrations.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "waitingNumbers" ->
                        waiting.stream()
                                .filter(number -> number >= (Long) arguments[1] && number <= (Long) arguments[2])
                                .toList();
                    case "leftNumbers" ->
                        ((Collection<?>) arguments[1])
                                .stream()
                                        .map(Long.class::cast)
                                        .filter(left::contains)
                                        .collect(Collectors.toSet());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
