package dk.astra.registration.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Order of arrival, and who may be passed over (P6). */
class NextInLineTest {

    private static List<Registration> alone(long... numbers) {
        return LongStream.of(numbers).mapToObj(number -> waiting(number, null)).toList();
    }

    private static List<Registration> group(String group, long... numbers) {
        return LongStream.of(numbers).mapToObj(number -> waiting(number, group)).toList();
    }

    private static Registration waiting(long number, String group) {
        Registration registration = new Registration();
        registration.meetingId = "m";
        registration.joinLine(number);
        registration.groupId = group;
        return registration;
    }

    private static List<Long> numbers(NextInLine next) {
        return next.alone().stream().map(Registration::waitingNumber).toList();
    }

    @Test
    void servesThoseBeforeTheGroupFirst() {
        NextInLine next = NextInLine.of(alone(1, 4), group("g", 2, 3), 3);

        assertThat(next.group()).isNull();
        assertThat(numbers(next)).containsExactly(1L);
    }

    @Test
    void seatsTheGroupThatIsFirstAndFits() {
        assertThat(NextInLine.of(alone(4, 5), group("g", 2, 3), 2).group()).isEqualTo("g");
    }

    @Test
    void passesAGroupOverThatDoesNotFit() {
        NextInLine next = NextInLine.of(alone(5, 6), group("g", 2, 3, 4), 2);

        assertThat(next.group()).isNull();
        assertThat(numbers(next)).containsExactly(5L, 6L);
    }

    @Test
    void countsWhoIsBeforeAGroupBeforeItFits() {
        NextInLine next = NextInLine.of(alone(1, 4), group("g", 2, 3), 2);

        assertThat(next.group()).isNull();
        assertThat(numbers(next)).containsExactly(1L, 4L);
    }

    @Test
    void seatsASmallerGroupBehindALargerOne() {
        List<Registration> both = new ArrayList<>(group("large", 1, 2, 3));
        both.addAll(group("small", 4, 5));

        assertThat(NextInLine.of(alone(6), both, 2).group()).isEqualTo("small");
    }

    @Test
    void leavesSeatsThatAreTooFewForAnybody() {
        NextInLine next = NextInLine.of(List.of(), group("g", 1, 2), 1);

        assertThat(next.group()).isNull();
        assertThat(next.alone()).isEmpty();
    }
}
