package dk.astra.localstack.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {

    @Test
    void readsItsThreeOptionsInAnyOrder() {
        assertThat(BrokerSettings.parse("--data", "d", "--controller-port", "2", "--port", "1"))
                .isEqualTo(new BrokerSettings(1, 2, Path.of("d")));
    }

    @Test
    void refusesMissingAndUnknownOptions() {
        assertThatIllegalArgumentException().isThrownBy(() -> BrokerSettings.parse("--port", "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerSettings.parse("--port", "1", "--controller-port", "2", "--dta", "d"))
                .withMessageStartingWith("Usage");
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerSettings.parse("--port", "70000", "--controller-port", "2", "--data", "d"))
                .withMessageContaining("--port needs a number from 1 to 65535");
    }

    @Test
    void keepsFactsAndReadingPositionsForGood() {
        assertThat(new BrokerSettings(1, 2, Path.of("d")).kafkaProperties())
                .containsEntry("log.retention.ms", "-1")
                .containsEntry("log.retention.bytes", "-1")
                .containsEntry("auto.create.topics.enable", "false")
                .containsEntry("offsets.retention.minutes", String.valueOf(Integer.MAX_VALUE));
    }

    @Test
    void saysInOneSentenceThatTheDiskIsFull() {
        Exception nested = new IllegalStateException("x", new IOException("No space left on device"));
        assertThat(LocalBroker.sentence(nested)).startsWith("The disk is full").doesNotContain("Exception");
    }
}
