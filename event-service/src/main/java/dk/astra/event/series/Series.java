package dk.astra.event.series;

import dk.astra.event.meetings.Meeting;
import dk.astra.web.IdempotencyKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Meetings that belong together. The one write of this document is the decision to have them all: it carries the
 * meetings until each of them stands in its own collection, so that a crash leaves no half of a series behind.
 *
 * @param meetingIds in the order in which they were asked for
 * @param toStore meetings that are not surely stored yet; null when all are
 * @param unfinished true while there is something to store, absent otherwise (sparse index)
 */
@Document(Series.COLLECTION)
@TypeAlias("series")
public record Series(
        String id,
        boolean identicalContent,
        List<String> meetingIds,
        Instant createdAt,
        @Nullable String creationKey,
        @Nullable String creationFingerprint,
        @Nullable List<Meeting> toStore,
        @Nullable Boolean unfinished) {

    public static final String COLLECTION = "series";

    static Series of(
            String id,
            boolean identicalContent,
            List<Meeting> meetings,
            Instant createdAt,
            @Nullable IdempotencyKey key) {
        return new Series(
                id,
                identicalContent,
                meetings.stream().map(Meeting::id).toList(),
                createdAt,
                key == null ? null : key.value(),
                key == null ? null : key.fingerprint(),
                meetings,
                true);
    }
}
