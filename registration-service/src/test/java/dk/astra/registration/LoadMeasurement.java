package dk.astra.registration;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;

import dk.astra.testsupport.Infrastructure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * How many registrations one instance takes from 64 clients, client and service in one JVM, on the embedded file
 * store; a rough figure, never a part of CI: {@code mvn verify -pl registration-service -Dit.test=LoadMeasurement
 * -Dload=true}.
 */
@EnabledIfSystemProperty(named = "load", matches = "true")
@TestPropertySource(properties = "load=true")
class LoadMeasurement extends RegistrationServiceTestBase {

    private static final int CLIENTS = 64;
    private static final int REQUESTS = 6_000;

    @DynamicPropertySource
    static void onDisk(DynamicPropertyRegistry registry) {
        registry.add(
                "spring.mongodb.uri",
                () -> Infrastructure.current().durableStore().uri("load"));
    }

    @Test
    void measures() throws Exception {
        List<String> many = meetings(200, 40);
        round("warm-up, 200 meetings", many, 3_000);
        round("200 meetings with seats", many, REQUESTS);
        round("one meeting, 300 seats", meetings(1, 300), 3_000);
        round("one meeting, all in line", meetings(1, 1), 3_000);
    }

    private List<String> meetings(int count, int capacity) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(scheduled(aMeeting().withId(newId()).withCapacity(capacity)));
        }
        return ids;
    }

    private void round(String name, List<String> meetings, int requests) throws Exception {
        AtomicInteger next = new AtomicInteger();
        long[] micros = new long[requests];
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                        long sent = System.nanoTime();
                        api.register(meetings.get(i % meetings.size()), name.hashCode() + "-" + i + "@skole.example");
                        micros[i] = (System.nanoTime() - sent) / 1_000;
                    }
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Arrays.sort(micros);
        System.out.printf(
                "LOAD %s: %.0f/s, p50 %.1f ms, p99 %.1f ms%n",
                name, requests / seconds, micros[requests / 2] / 1e3, micros[requests * 99 / 100] / 1e3);
    }
}
