package dk.astra.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {

    @Test
    void isAbsentWithoutAHeader() {
        assertThat(IdempotencyKey.of(null, "POST /x", "{}")).isNull();
    }

    @Test
    void belongsToOneOperationAndDoesNotShowTheHeader() {
        IdempotencyKey one = IdempotencyKey.of("k-1", "POST /x", "{}");
        IdempotencyKey other = IdempotencyKey.of("k-1", "POST /y", "{}");

        assertThat(one.value())
                .isNotEqualTo(other.value())
                .doesNotContain("k-1")
                .hasSize(64);
    }

    @Test
    void takesTheSameContentAndRefusesAnother() {
        IdempotencyKey first = IdempotencyKey.of("k-1", "POST /x", "{\"a\":1}");
        IdempotencyKey second = IdempotencyKey.of("k-1", "POST /x", "{\"a\":2}");

        assertThatCode(() -> first.requireSame(first.fingerprint())).doesNotThrowAnyException();
        assertThatThrownBy(() -> second.requireSame(first.fingerprint())).isInstanceOf(IdempotencyKeyReused.class);
    }

    @Test
    void refusesAnEmptyOrEndlessKey() {
        assertThatThrownBy(() -> IdempotencyKey.of(" ", "POST /x", "")).isInstanceOf(InvalidFields.class);
        assertThatThrownBy(() -> IdempotencyKey.of("k".repeat(129), "POST /x", ""))
                .isInstanceOf(InvalidFields.class);
    }
}
