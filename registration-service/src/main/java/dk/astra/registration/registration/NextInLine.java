package dk.astra.registration.registration;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is next when seats are free: in order of arrival, and past a group that waits together only while there are
 * fewer seats than people of it (ADR 0019).
 *
 * @param alone who gets a seat each, in order
 * @param group that gets its seats, where nobody comes before it
 */
record NextInLine(List<Registration> alone, @Nullable String group) {

    private static final Comparator<Registration> ARRIVAL =
            Comparator.comparing(registration -> Objects.requireNonNull(registration.waitingNumber()));

    /**
     * @param alone in order of arrival, as many as seats are free, or all
     * @param together in order of arrival; a group stands where its first one stands
     */
    static NextInLine of(List<Registration> alone, List<Registration> together, int free) {
        Collection<List<Registration>> groups = together.stream()
                .filter(one -> one.groupId() != null)
                .collect(Collectors.groupingBy(
                        one -> String.valueOf(one.groupId()), LinkedHashMap::new, Collectors.toList()))
                .values();
        for (List<Registration> group : groups) {
            Registration first = group.getFirst();
            List<Registration> before = alone.stream()
                    .takeWhile(one -> ARRIVAL.compare(one, first) < 0)
                    .limit(free)
                    .toList();
            if (before.size() + group.size() <= free) {
                return before.isEmpty() ? new NextInLine(List.of(), first.groupId()) : new NextInLine(before, null);
            }
        }
        return new NextInLine(alone.stream().limit(free).toList(), null);
    }
}
