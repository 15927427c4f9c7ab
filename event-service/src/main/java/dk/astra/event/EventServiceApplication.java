package dk.astra.event;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts event-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class EventServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(EventServiceApplication.class, arguments);
    }
}
