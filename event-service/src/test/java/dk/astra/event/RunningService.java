package dk.astra.event;

import dk.astra.testsupport.StreamProbe;
import dk.astra.testsupport.StreamRecord;
import dk.astra.testsupport.WithInfrastructure;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** event-service on real infrastructure, with a stand-in for registration-service and a clock that can be moved. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = {EventServiceApplication.class, RunningService.Doubles.class},
        properties = {"meetings.counted-every=200ms", "series.sweep=300ms", "outbox.sweep=500ms"})
@WithInfrastructure(database = "event_service_tests")
public abstract class RunningService {

    protected static final RegistrationStub REGISTRATIONS = new RegistrationStub();
    private static final StreamProbe PROBE = StreamProbe.ofCurrent();

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected MeterRegistry meters;

    protected EventApi api;

    @TestConfiguration(proxyBeanMethods = false)
    static class Doubles {
        @Bean
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        properties.add("tilmelding.registration-url", REGISTRATIONS::url);
    }

    @BeforeEach
    void startAfresh(@Value("${local.server.port}") int port) {
        api = EventApi.at(port);
        REGISTRATIONS.agrees();
        clock.reset();
    }

    /** The facts of a meeting on the stream, once there are so many; a copy counts as the one it is a copy of. */
    protected static List<StreamRecord> facts(String meetingId, int number) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> withoutCopies(PROBE.records("meetings", meetingId)), found -> found.size() >= number);
    }

    private static List<StreamRecord> withoutCopies(List<StreamRecord> records) {
        Map<String, StreamRecord> byId = new LinkedHashMap<>();
        records.forEach(one -> byId.putIfAbsent(one.id(), one));
        return List.copyOf(byId.values());
    }

    protected double counted(String command, String outcome) {
        return meters.find("meetings.commands").tags("command", command, "outcome", outcome).meters().stream()
                .mapToDouble(RunningService::value)
                .sum();
    }

    private static double value(Meter meter) {
        for (var measurement : meter.measure()) {
            if (measurement.getStatistic() == Statistic.COUNT) {
                return measurement.getValue();
            }
        }
        return 0;
    }
}
