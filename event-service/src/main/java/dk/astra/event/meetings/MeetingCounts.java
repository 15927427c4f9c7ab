package dk.astra.event.meetings;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gauge {@code meetings}, tag {@code status}: how many meetings are in each state; all of them add up to all. */
@Component
class MeetingCounts {

    private static final Logger log = LoggerFactory.getLogger(MeetingCounts.class);

    private final Meetings meetings;
    private final Map<Meeting.Status, AtomicLong> counts = new EnumMap<>(Meeting.Status.class);

    MeetingCounts(Meetings meetings, MeterRegistry meters) {
        this.meetings = meetings;
        for (Meeting.Status status : Meeting.Status.values()) {
            AtomicLong count = new AtomicLong();
            counts.put(status, count);
            meters.gauge("meetings", Tags.of("status", status.name()), count);
        }
    }

    @Scheduled(fixedDelayString = "${meetings.counted-every:10s}")
    void recount() {
        try {
            Map<Meeting.Status, Long> now = meetings.countByStatus();
            counts.forEach((status, count) -> count.set(now.getOrDefault(status, 0L)));
        } catch (RuntimeException e) {
            log.warn("meetings are not counted for now: {}", e.toString());
        }
    }
}
