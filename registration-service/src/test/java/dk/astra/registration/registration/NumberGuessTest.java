package dk.astra.registration.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.registration.meetings.KnownMeeting;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Beside other instances: the seats that they take are looked for, not all seats of the meeting read again. */
class NumberGuessTest {

    private static final int SEATS = 5_000;

    private final Set<Integer> taken = new TreeSet<>();
    private int wholeReads;
    private int looks;
    private final NumberGuess guess = new NumberGuess("m", registrations());

    @Test
    void goesOnBehindWhatOthersTookWithoutReadingAllSeatsAgain() {
        assertThat(seatFor(guess)).isEqualTo(1);
        IntStream.rangeClosed(1, 900).forEach(taken::add);

        guess.lost();

        assertThat(seatFor(guess)).isEqualTo(901);
        assertThat(wholeReads).isEqualTo(1);
        assertThat(looks).as("64, 256, 1 024 seats").isEqualTo(3);
    }

    @Test
    void leavesOutSeatsThatOthersTookInBetween() {
        seatFor(guess);
        taken.addAll(Set.of(1, 2, 4));

        guess.lost();

        assertThat(IntStream.range(0, 3).map(i -> seatFor(guess))).containsExactly(3, 5, 6);
    }

    @Test
    void putsNobodyInLineBeforeTheStoreHasSaidThatAllIsTaken() {
        seatFor(guess);
        IntStream.rangeClosed(1, SEATS).filter(seat -> seat != 17).forEach(taken::add);
        taken.remove(17);

        guess.lost();
        assertThat(seatFor(guess)).isEqualTo(17);
        taken.add(17);
        guess.lost();

        Registration late = new Registration();
        guess.learn(meeting());
        assertThat(guess.assign(late)).isTrue();
        assertThat(late.status()).isEqualTo(Status.WAITLISTED);
        assertThat(wholeReads).as("at first, and when nothing was left").isEqualTo(2);
    }

    private int seatFor(NumberGuess guess) {
        guess.learn(meeting());
        Registration candidate = new Registration();
        assertThat(guess.assign(candidate)).isTrue();
        Integer seat = candidate.seat();
        return seat == null ? 0 : seat;
    }

    private static KnownMeeting meeting() {
        Instant now = Instant.EPOCH;
        return new KnownMeeting(
                "m",
                1,
                KnownMeeting.Status.SCHEDULED,
                SEATS,
                SEATS,
                SEATS,
                null,
                null,
                now,
                now,
                now,
                now,
                now,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    private Registrations registrations() {
        return (Registrations) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Registrations.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "usedNewSeats" -> {
                        wholeReads++;
                        yield Set.copyOf(taken);
                    }
                    case "takenNewSeats" -> {
                        looks++;
                        yield ((Collection<?>) arguments[1])
                                .stream()
                                        .map(Integer.class::cast)
                                        .filter(taken::contains)
                                        .collect(Collectors.toSet());
                    }
                    case "highestWaitingNumber" -> 0L;
                    default -> throw new IllegalStateException(method.getName());
                });
    }
}
