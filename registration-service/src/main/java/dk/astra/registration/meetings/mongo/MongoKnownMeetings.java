package dk.astra.registration.meetings.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dk.astra.registration.RegistrationSettings;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Known meetings in the collection {@code meetings}, with a short memory in front for the hot path. */
@Repository
class MongoKnownMeetings implements KnownMeetings {

    private record Remembered(KnownMeeting meeting, Instant until) {}

    private final MongoTemplate mongo;
    private final Clock clock;
    private final RegistrationSettings settings;
    private final Map<String, Remembered> memory = new ConcurrentHashMap<>();

    MongoKnownMeetings(MongoTemplate mongo, Clock clock, RegistrationSettings settings) {
        this.mongo = mongo;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public Optional<KnownMeeting> find(String meetingId) {
        return Optional.ofNullable(mongo.findById(meetingId, KnownMeeting.class));
    }

    @Override
    public Optional<KnownMeeting> findRecent(String meetingId) {
        Remembered remembered = memory.get(meetingId);
        if (remembered != null && clock.instant().isBefore(remembered.until())) {
            return Optional.of(remembered.meeting());
        }
        Optional<KnownMeeting> found = find(meetingId);
        found.ifPresent(meeting ->
                memory.put(meetingId, new Remembered(meeting, clock.instant().plus(settings.meetingCache()))));
        return found;
    }

    @Override
    public boolean learn(KnownMeeting meeting) {
        try {
            Update update = new Update()
                    .set("version", meeting.version())
                    .set("status", meeting.status())
                    .set("capacity", meeting.capacity())
                    .set("registrationOpensAt", meeting.registrationOpensAt())
                    .set("registrationClosesAt", meeting.registrationClosesAt())
                    .set("cancellationDeadline", meeting.cancellationDeadline())
                    .set("startsAt", meeting.startsAt())
                    .set("endsAt", meeting.endsAt())
                    .setOnInsert("newcomerSeats", meeting.newcomerSeats())
                    .max("seatsOpened", meeting.seatsOpened());
            Query older = query(where("_id").is(meeting.id()).and("version").lt(meeting.version()));
            mongo.upsert(older, update, KnownMeeting.class);
            memory.remove(meeting.id());
            return true;
        } catch (DuplicateKeyException asNew) {
            return false;
        }
    }

    @Override
    public void limit(String meetingId, int capacity) {
        mongo.updateFirst(
                query(where("_id").is(meetingId)), new Update().set("capacity", capacity), KnownMeeting.class);
        memory.remove(meetingId);
    }

    @Override
    public List<KnownMeeting> upcoming() {
        return mongo.find(
                query(where("endsAt").gt(clock.instant())).with(Sort.by("startsAt", "_id")), KnownMeeting.class);
    }
}
