package dk.astra.registration.meetings.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dk.astra.messaging.BatchedCall;
import dk.astra.registration.RegistrationSettings;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.meetings.OfferRules;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Known meetings in the collection {@code meetings}, with a short memory in front for the hot path. */
@Repository
class MongoKnownMeetings implements KnownMeetings {

    private static final int TOGETHER = 128;

    /** @param revision of the meetings before this one was read: whatever came later makes it old */
    private record Remembered(KnownMeeting meeting, long revision) {}

    private final MongoTemplate mongo;
    private final Clock clock;
    private final MeetingsRevision revision;
    private final Map<String, Remembered> memory = new ConcurrentHashMap<>();
    private final BatchedCall<String, Optional<KnownMeeting>> reads = new BatchedCall<>(TOGETHER, this::findAll);

    MongoKnownMeetings(MongoTemplate mongo, Clock clock, RegistrationSettings settings) {
        this.mongo = mongo;
        this.clock = clock;
        this.revision = new MeetingsRevision(mongo, clock, settings.meetingCache());
    }

    @Override
    public Optional<KnownMeeting> find(String meetingId) {
        return Optional.ofNullable(mongo.findById(meetingId, KnownMeeting.class));
    }

    @Override
    public Optional<KnownMeeting> findRecent(String meetingId) {
        long now = revision.recent();
        Remembered remembered = memory.get(meetingId);
        if (remembered != null && remembered.revision() == now) {
            return Optional.of(remembered.meeting());
        }
        Optional<KnownMeeting> found = reads.ask(meetingId);
        found.ifPresent(meeting -> memory.put(meetingId, new Remembered(meeting, now)));
        return found;
    }

    private List<Optional<KnownMeeting>> findAll(List<String> meetingIds) {
        Map<String, KnownMeeting> found = new HashMap<>();
        mongo.find(query(where("_id").in(new HashSet<>(meetingIds))).with(Sort.by("_id")), KnownMeeting.class)
                .forEach(meeting -> found.put(meeting.id(), meeting));
        return meetingIds.stream().map(id -> Optional.ofNullable(found.get(id))).toList();
    }

    @Override
    public boolean learn(KnownMeeting told, Instant toldAt) {
        while (true) {
            KnownMeeting stored = mongo.findById(told.id(), KnownMeeting.class);
            if (stored != null && stored.version() >= told.version()) {
                // who stored it may have died before saying so
                revision.rise();
                return false;
            }
            if (stored == null ? insert(told) : replace(stored, told, toldAt)) {
                changed(told.id());
                return true;
            }
        }
    }

    private void changed(String meetingId) {
        memory.remove(meetingId);
        revision.rise();
    }

    private boolean insert(KnownMeeting told) {
        try {
            mongo.insert(told);
            return true;
        } catch (DuplicateKeyException learnedMeanwhile) {
            return false;
        }
    }

    private boolean replace(KnownMeeting stored, KnownMeeting told, Instant toldAt) {
        Integer limit = stored.limit();
        Instant limitedAt = stored.limitedAt();
        boolean unaware = false;
        int capacity = told.capacity();
        if (limit != null && limitedAt != null && toldAt.isBefore(limitedAt) && capacity != limit) {
            unaware = true;
            capacity = capacity > limit ? stored.capacity() : capacity;
        }
        Update update = new Update()
                .set("version", told.version())
                .set("status", told.status())
                .set("capacity", capacity)
                .set("registrationOpensAt", told.registrationOpensAt())
                .set("registrationClosesAt", told.registrationClosesAt())
                .set("cancellationDeadline", told.cancellationDeadline())
                .set("startsAt", told.startsAt())
                .set("endsAt", told.endsAt())
                .set("twins", told.twins())
                .set("questionnaire", told.questionnaire())
                .set("offers", offers(stored, told))
                .set("side", told.side())
                .set("quorum", told.quorum())
                .set("byInvitation", told.byInvitation())
                .max("seatsOpened", capacity);
        if (!unaware) {
            update.unset("limit").unset("limitedAt");
        }
        return mongo.updateFirst(asRead(stored), update, KnownMeeting.class).getMatchedCount() == 1;
    }

    /** Who offered once may have seats under offer still. */
    private static @Nullable OfferRules offers(KnownMeeting stored, KnownMeeting told) {
        return told.offers() == null && stored.offers() != null ? OfferRules.NO_MORE : told.offers();
    }

    private static Query asRead(KnownMeeting meeting) {
        return query(where("_id")
                .is(meeting.id())
                .and("version")
                .is(meeting.version())
                .and("capacity")
                .is(meeting.capacity())
                .and("limitedAt")
                .is(meeting.limitedAt()));
    }

    @Override
    public Optional<KnownMeeting> limit(KnownMeeting read, int capacity, int limit) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Update update =
                new Update().set("capacity", capacity).set("limit", limit).set("limitedAt", now);
        KnownMeeting limited = mongo.findAndModify(
                asRead(read), update, FindAndModifyOptions.options().returnNew(true), KnownMeeting.class);
        changed(read.id());
        return Optional.ofNullable(limited);
    }

    @Override
    public void unlimit(KnownMeeting limited, KnownMeeting before) {
        Update update = new Update().set("capacity", before.capacity());
        if (before.limit() == null || before.limitedAt() == null) {
            update.unset("limit").unset("limitedAt");
        } else {
            update.set("limit", before.limit()).set("limitedAt", before.limitedAt());
        }
        mongo.updateFirst(asRead(limited), update, KnownMeeting.class);
        changed(limited.id());
    }

    @Override
    public List<KnownMeeting> upcoming() {
        return mongo.find(
                query(where("endsAt").gt(clock.instant())).with(Sort.by("startsAt", "_id")), KnownMeeting.class);
    }
}
