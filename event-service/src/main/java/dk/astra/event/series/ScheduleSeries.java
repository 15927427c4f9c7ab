package dk.astra.event.series;

import dk.astra.event.meetings.Meeting;
import dk.astra.event.meetings.MeetingContent;
import dk.astra.event.meetings.NewMeetings;
import dk.astra.event.meetings.PlaceInSeries;
import dk.astra.event.meetings.Proposal;
import dk.astra.web.IdempotencyKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Plans meetings that belong together: all of them or, where one is wrong, none. */
@Component
public class ScheduleSeries {

    private static final Logger log = LoggerFactory.getLogger(ScheduleSeries.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final AllSeries allSeries;
    private final NewMeetings newMeetings;
    private final Clock clock;

    ScheduleSeries(AllSeries allSeries, NewMeetings newMeetings, Clock clock) {
        this.allSeries = allSeries;
        this.newMeetings = newMeetings;
        this.clock = clock;
    }

    /**
     * What a request led to.
     *
     * @param meetings as they are now, in the order in which they were asked for
     */
    public record Outcome(String seriesId, List<Meeting> meetings, boolean repeated) {}

    /** What an earlier request with the same key created. */
    public Optional<Outcome> repeated(@Nullable IdempotencyKey key) {
        if (key == null) {
            return Optional.empty();
        }
        return allSeries.findByCreationKey(key.value()).map(series -> {
            key.requireSame(series.creationFingerprint());
            finish(series);
            return new Outcome(series.id(), newMeetings.stored(series.meetingIds()), true);
        });
    }

    /** @throws TwinsDiffer where the content is said to be identical and is not */
    public Outcome create(
            List<Proposal> proposals, boolean identicalContent, boolean scheduled, @Nullable IdempotencyKey key) {
        if (identicalContent) {
            requireTwins(proposals.stream().map(Proposal::content).toList());
        }
        String seriesId = UUID.randomUUID().toString();
        List<String> ids =
                proposals.stream().map(any -> UUID.randomUUID().toString()).toList();
        List<Meeting> meetings = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            List<String> twins = new ArrayList<>(identicalContent ? ids : List.of());
            twins.remove(ids.get(i));
            PlaceInSeries place = new PlaceInSeries(seriesId, identicalContent, twins);
            meetings.add(newMeetings.inSeries(ids.get(i), place, proposals.get(i), scheduled));
        }
        Series series = Series.of(seriesId, identicalContent, meetings, clock.instant(), key);
        if (!allSeries.add(series)) {
            // somebody else came first with the same key
            return repeated(key).orElseThrow(() -> new IllegalStateException("a random id was taken"));
        }
        finish(series);
        log.info("series {}: created with meetings {}", seriesId, ids);
        return new Outcome(seriesId, meetings, false);
    }

    private static void requireTwins(List<MeetingContent> contents) {
        Set<String> different = new HashSet<>();
        contents.forEach(content -> different.addAll(content.twinDifferencesTo(contents.getFirst())));
        if (!different.isEmpty()) {
            throw new TwinsDiffer(different);
        }
    }

    private void finish(Series series) {
        List<Meeting> toStore = series.toStore();
        if (toStore == null) {
            return;
        }
        toStore.forEach(newMeetings::store);
        allSeries.finished(series.id());
    }

    /** Finds what a crash or an outage left half done. */
    @Scheduled(fixedDelayString = "${series.sweep:5s}")
    void finishWhatWasLeft() {
        try {
            for (Series series : allSeries.unfinished(clock.instant().minus(GRACE))) {
                finish(series);
                log.info("series {}: finished after an interruption", series.id());
            }
        } catch (RuntimeException e) {
            log.warn("series left half done wait: {}", e.toString());
        }
    }
}
