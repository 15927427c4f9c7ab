package dk.astra.registration.registration;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells how many stand before somebody who waits. */
@Component
public class PlaceInLine {

    private final Registrations registrations;

    PlaceInLine(Registrations registrations) {
        this.registrations = registrations;
    }

    /** @return 1 for the first in line; null for one who does not wait */
    public @Nullable Long of(Registration registration) {
        return of(List.of(registration)).get(registration.id());
    }

    /** The same for some of one meeting, by registration id; who does not wait is missing. */
    Map<String, Long> of(List<Registration> some) {
        Map<String, Long> numbers = new HashMap<>();
        for (Registration registration : some) {
            Long number = registration.waitingNumber();
            if (registration.status() == Status.WAITLISTED && number != null) {
                numbers.put(registration.id(), number);
            }
        }
        if (numbers.isEmpty()) {
            return Map.of();
        }
        String meetingId = some.getFirst().meetingId();
        long first = Collections.min(numbers.values());
        long last = Collections.max(numbers.values());
        long before = registrations.waitingBefore(meetingId, first);
        // not by counting on: somebody between them may have left, or a number may be burned
        boolean gaps = last - first + 1 > numbers.size();
        List<Long> line = gaps
                ? registrations.waitingNumbers(meetingId, first, last)
                : numbers.values().stream().sorted().toList();
        Map<String, Long> places = new HashMap<>();
        numbers.forEach((id, number) -> {
            int index = Collections.binarySearch(line, number);
            places.put(id, before + (index >= 0 ? index : -index - 1) + 1);
        });
        return places;
    }
}
