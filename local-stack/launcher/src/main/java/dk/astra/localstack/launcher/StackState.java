package dk.astra.localstack.launcher;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was started, kept in {@code run/stack.json} so that the next command knows it. */
record StackState(int portOffset, List<Entry> processes) {

    static final StackState NOTHING = new StackState(0, List.of());

    /**
     * One process.
     *
     * @param part which program, the same for all instances of a service
     * @param pidStartedAt when the operating system says it began: tells it from a later process of the same number
     */
    record Entry(
            String name,
            String part,
            long pid,
            long pidStartedAt,
            int port,
            Instant startedAt,
            long readyAfterMillis,
            String log) {}

    Optional<Entry> find(String name) {
        return processes.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    StackState with(Entry entry) {
        List<Entry> all = new ArrayList<>(without(entry.name()).processes());
        all.add(entry);
        all.sort(Comparator.comparing((Entry each) -> Part.named(each.part())).thenComparing(Entry::name));
        return new StackState(portOffset, List.copyOf(all));
    }

    StackState without(String name) {
        return new StackState(
                portOffset,
                processes.stream().filter(entry -> !entry.name().equals(name)).toList());
    }
}
