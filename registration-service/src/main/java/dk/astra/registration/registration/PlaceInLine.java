package dk.astra.registration.registration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells how many stand before somebody who waits.
 *
 * <p>One person is told exactly, which costs the store a walk along the line. Those of a crowd are told from the line
 * as last read: it is read on where people joined, and anew when somebody left it here, or after five seconds for
 * those who left it at another instance. Lower numbers that another instance is writing at this moment count as
 * standing before: nobody is told a better place than theirs.
 */
@Component
public class PlaceInLine {

    private static final long GOOD_FOR_NANOS = Duration.ofSeconds(5).toNanos();

    /** Of the last numbers, those that may not be written yet: two instances' batches. */
    private static final int BEING_WRITTEN = 256;

    private final Registrations registrations;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    PlaceInLine(Registrations registrations) {
        this.registrations = registrations;
    }

    /** @return 1 for the first in line; null for one who does not wait */
    public @Nullable Long of(Registration registration) {
        Long number = waitingNumber(registration);
        return number == null ? null : registrations.waitingBefore(registration.meetingId(), number) + 1;
    }

    /** The same for some of one meeting, by registration id; who does not wait is missing. */
    Map<String, Long> of(List<Registration> some) {
        Map<String, Long> numbers = new HashMap<>();
        for (Registration registration : some) {
            Long number = waitingNumber(registration);
            if (number != null) {
                numbers.put(registration.id(), number);
            }
        }
        if (numbers.isEmpty()) {
            return Map.of();
        }
        String meetingId = some.getFirst().meetingId();
        return lines.compute(meetingId, (id, line) -> line == null || line.isOld() ? new Line() : line)
                .places(meetingId, numbers);
    }

    /** Somebody gave up the place, or got a seat. */
    void left(String meetingId) {
        lines.remove(meetingId);
    }

    void forgetOld() {
        lines.values().removeIf(Line::isOld);
    }

    private List<Long> waitingOrComing(String meetingId, long first, long last) {
        Set<Long> numbers = new TreeSet<>(registrations.waitingNumbers(meetingId, first, last));
        Set<Long> missing = LongStream.rangeClosed(Math.max(first, last - BEING_WRITTEN + 1), last)
                .filter(number -> !numbers.contains(number))
                .boxed()
                .collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            missing.removeAll(registrations.leftNumbers(meetingId, missing));
            numbers.addAll(missing);
        }
        return List.copyOf(numbers);
    }

    private static @Nullable Long waitingNumber(Registration registration) {
        return registration.status() == Status.WAITLISTED ? registration.waitingNumber() : null;
    }

    /** The numbers of one line, rising. */
    private final class Line {

        private final long readAt = System.nanoTime();
        private final List<Long> numbers = new ArrayList<>();
        private long readTo;

        boolean isOld() {
            return System.nanoTime() - readAt > GOOD_FOR_NANOS;
        }

        synchronized Map<String, Long> places(String meetingId, Map<String, Long> wanted) {
            long last = Collections.max(wanted.values());
            if (last > readTo) {
                List<Long> joined = wanted.values().stream()
                        .filter(number -> number > readTo)
                        .sorted()
                        .toList();
                // who joined in between, if anybody: not by counting on, for a number may be burned
                boolean all = joined.size() == last - readTo;
                numbers.addAll(all ? joined : waitingOrComing(meetingId, readTo + 1, last));
                readTo = last;
            }
            Map<String, Long> places = new HashMap<>();
            wanted.forEach((id, number) -> {
                int index = Collections.binarySearch(numbers, number);
                places.put(id, (index >= 0 ? index : -index - 1) + 1L);
            });
            return places;
        }
    }
}
