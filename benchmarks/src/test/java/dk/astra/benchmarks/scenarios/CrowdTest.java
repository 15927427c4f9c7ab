package dk.astra.benchmarks.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static Person seated(long asked, long answered, int seat) {
        return new Person(asked, answered, seat, 0);
    }

    private static Person waiting(long asked, long answered, long place) {
        return new Person(asked, answered, 0, place);
    }

    @Test
    void isFairWhenWhoCameLaterStandsBehind() {
        assertThat(Crowd.overtaken(List.of(seated(0, 5, 2), seated(1, 4, 1), waiting(6, 9, 1), waiting(10, 12, 2))))
                .isZero();
    }

    @Test
    void doesNotCountThoseWhoAskedAtTheSameTime() {
        assertThat(Crowd.overtaken(List.of(waiting(0, 10, 2), waiting(5, 9, 1))))
                .isZero();
    }

    @Test
    void noticesSomebodyWhoCameLaterAndStandsBefore() {
        assertThat(Crowd.overtaken(List.of(waiting(0, 3, 2), waiting(5, 9, 1)))).isOne();
        assertThat(Crowd.overtaken(List.of(waiting(0, 3, 1), seated(5, 9, 1)))).isOne();
    }
}
