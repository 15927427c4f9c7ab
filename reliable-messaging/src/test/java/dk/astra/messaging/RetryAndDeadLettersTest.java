package dk.astra.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

class RetryAndDeadLettersTest {

    @Test
    void neverTriesAMalformedFactAgain() {
        var backOff = RetryAndDeadLetters.backOffFor(new RuntimeException(new MalformedFact("x", null)));

        assertThat(backOff.start().nextBackOff()).isEqualTo(BackOffExecution.STOP);
    }

    @Test
    void waitsForAnOutageWithoutEnd() {
        var failure = new RuntimeException(new DataAccessResourceFailureException("away"));

        assertThat(RetryAndDeadLetters.backOffFor(failure)).isInstanceOf(ExponentialBackOff.class);
        var execution = RetryAndDeadLetters.backOffFor(failure).start();
        for (int i = 0; i < 10_000; i++) {
            assertThat(execution.nextBackOff()).isBetween(1L, 3_000L);
        }
        assertThat(RetryAndDeadLetters.isOutage(
                        new MongoSocketReadException("cut", new ServerAddress(), new RuntimeException())))
                .isTrue();
    }

    @Test
    void givesAnythingElseThreeTries() {
        var execution = RetryAndDeadLetters.backOffFor(new DuplicateKeyException("twice"))
                .start();

        assertThat(execution.nextBackOff()).isPositive();
        assertThat(execution.nextBackOff()).isPositive();
        assertThat(execution.nextBackOff()).isEqualTo(BackOffExecution.STOP);
    }
}
