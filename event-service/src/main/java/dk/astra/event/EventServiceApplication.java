package dk.astra.event;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts event-service. */
@SpringBootApplication
public class EventServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(EventServiceApplication.class, arguments);
    }
}
