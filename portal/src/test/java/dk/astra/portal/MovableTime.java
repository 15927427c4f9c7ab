package dk.astra.portal;

import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The portal's time in the hands of a test. */
@TestConfiguration(proxyBeanMethods = false)
class MovableTime {

    @Bean
    @Primary
    MovableClock movableClock() {
        return MovableClock.at(Instant.now());
    }
}
