package dk.astra.registration.registration.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import dk.astra.messaging.BatchedCall;
import dk.astra.messaging.Outbox;
import dk.astra.messaging.PendingFact;
import dk.astra.registration.ChangedFields;
import dk.astra.registration.needs.Needs;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.Registrations;
import dk.astra.registration.registration.SeatTaken;
import dk.astra.registration.registration.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Registrations in the collection {@code registrations}. */
@Repository
class MongoRegistrations implements Registrations {

    private static final int TOGETHER = 128;

    private static final Logger log = LoggerFactory.getLogger(MongoRegistrations.class);

    private final MongoTemplate mongo;
    private final Needs needs;
    private final BatchedCall<List<Document>, Inserted> inserts;

    MongoRegistrations(MongoTemplate mongo, Needs needs) {
        this.mongo = mongo;
        this.needs = needs;
        this.inserts = new BatchedCall<>(TOGETHER, lists -> Inserted.into(mongo.getCollection("registrations"), lists));
        RegistrationIndexes.create(mongo);
    }

    @Override
    public List<Integer> insert(List<Registration> registrations) {
        List<Document> documents = registrations.stream().map(this::document).toList();
        return inserts.ask(documents).orElseThrow();
    }

    private Document document(Registration registration) {
        Document document = new Document();
        mongo.getConverter().write(registration, document);
        return document;
    }

    @Override
    public List<Registration> findAll(Collection<String> ids) {
        return mongo.find(query(where("_id").in(ids)).with(Sort.by("_id")), Registration.class);
    }

    @Override
    public Optional<Registration> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Registration.class));
    }

    @Override
    public Optional<Registration> findByPersonKey(String personKey) {
        return one("personKey", personKey);
    }

    @Override
    public List<Registration> findByPersonKeys(Collection<String> personKeys) {
        return mongo.find(query(where("personKey").in(personKeys)).with(Sort.by("_id")), Registration.class);
    }

    @Override
    public Optional<Registration> findByIdempotencyKey(String idempotencyKey) {
        return one("idempotencyKey", idempotencyKey);
    }

    @Override
    public List<Registration> findByIdempotencyKeys(Collection<String> idempotencyKeys) {
        return mongo.find(query(where("idempotencyKey").in(idempotencyKeys)).with(Sort.by("_id")), Registration.class);
    }

    @Override
    public Optional<Registration> findByLinkHash(String linkHash) {
        return one("linkHash", linkHash);
    }

    private Optional<Registration> one(String field, String value) {
        return Optional.ofNullable(mongo.findOne(query(where(field).is(value)), Registration.class));
    }

    @Override
    public List<Registration> findByPerson(String personId) {
        return mongo.find(query(where("personId").is(personId)).with(Sort.by("_id")), Registration.class);
    }

    @Override
    public Optional<Registration> findByFormerLinkHash(String linkHash) {
        return one("former.linkHash", linkHash);
    }

    @Override
    public List<Registration> moving(int limit) {
        return mongo.find(query(where("movingFrom").gt("")).with(Sort.by("_id")).limit(limit), Registration.class);
    }

    @Override
    public List<Registration> offersOver(Instant now, int limit) {
        return mongo.find(
                query(where("offeredUntil").lte(now))
                        .with(Sort.by("offeredUntil", "_id"))
                        .limit(limit),
                Registration.class);
    }

    @Override
    public List<String> pairing(int limit) {
        Query pairing = query(where("pairing").gt("")).with(Sort.by("_id")).limit(limit);
        pairing.fields().include("_id");
        return mongo.find(pairing, Document.class, "registrations").stream()
                .map(found -> found.getString("_id"))
                .toList();
    }

    @Override
    public void moved(String registrationId) {
        mongo.updateFirst(query(where("_id").is(registrationId)), new Update().unset("movingFrom"), Registration.class);
    }

    @Override
    public long forgetFormerUntil(Instant now) {
        return mongo.updateMulti(query(where("former.until").lt(now)), new Update().unset("former"), Registration.class)
                .getModifiedCount();
    }

    @Override
    public void forgetFormer(String personId) {
        mongo.updateMulti(
                query(where("former.personId").is(personId)), new Update().unset("former"), Registration.class);
    }

    @Override
    public List<Registration> findByGroup(String groupId) {
        return mongo.find(query(where("groupId").is(groupId)).with(Sort.by("groupPlace", "_id")), Registration.class);
    }

    @Override
    public List<Registration> heldForGroups(int limit) {
        return mongo.find(query(where("groupHold").gt("")).with(Sort.by("_id")).limit(limit), Registration.class);
    }

    @Override
    public List<Registration> ofMeeting(String meetingId) {
        return mongo.find(
                query(where("meetingId").is(meetingId)).with(Sort.by("seat", "waitingNumber", "_id")),
                Registration.class);
    }

    @Override
    public List<Registration> live(String meetingId, int limit) {
        List<Registration> live = new ArrayList<>();
        for (Status status : List.of(Status.WAITLISTED, Status.OFFERED, Status.CONFIRMED)) {
            Query some = query(where("meetingId").is(meetingId).and("status").is(status))
                    .with(Sort.by("_id"))
                    .limit(limit);
            live.addAll(mongo.find(some, Registration.class));
        }
        return live;
    }

    @Override
    public List<Registration> freeSeats(String meetingId, int limit) {
        return mongo.find(
                query(where("freeSeatOf").is(meetingId))
                        .with(Sort.by("seat", "_id"))
                        .limit(limit),
                Registration.class);
    }

    @Override
    public List<Registration> firstInLine(String meetingId, int limit) {
        return mongo.find(
                query(where("meetingId").is(meetingId).and("status").is(Status.WAITLISTED))
                        .with(Sort.by("waitingNumber"))
                        .limit(limit),
                Registration.class);
    }

    @Override
    public List<Registration> firstAlone(String meetingId, int limit) {
        return mongo.find(
                query(where("meetingId")
                                .is(meetingId)
                                .and("status")
                                .is(Status.WAITLISTED)
                                .and("waitsTogetherAt")
                                .exists(false))
                        .with(Sort.by("waitingNumber"))
                        .limit(limit),
                Registration.class);
    }

    @Override
    public List<Registration> waitingTogether(String meetingId) {
        return mongo.find(
                query(where("waitsTogetherAt").is(meetingId).and("status").is(Status.WAITLISTED))
                        .with(Sort.by("waitingNumber", "_id")),
                Registration.class);
    }

    @Override
    public List<Registration> heldFor(String hold) {
        return mongo.find(query(where("groupHold").is(hold)).with(Sort.by("seat", "_id")), Registration.class);
    }

    @Override
    public void notHeld(String registrationId) {
        mongo.updateFirst(query(where("_id").is(registrationId)), new Update().unset("groupHold"), Registration.class);
    }

    @Override
    public void free(String hold, String meetingId) {
        mongo.updateMulti(
                query(where("groupHold").is(hold)),
                new Update().unset("groupHold").set("freeSeatOf", meetingId),
                Registration.class);
    }

    @Override
    public long highestWaitingNumber(String meetingId) {
        Query highest = query(
                        where("meetingId").is(meetingId).and("waitingNumber").gt(0))
                .with(Sort.by(Sort.Direction.DESC, "waitingNumber"));
        Registration last = mongo.findOne(highest, Registration.class);
        return last == null ? 0 : Objects.requireNonNull(last.waitingNumber());
    }

    @Override
    public Set<Integer> usedNewSeats(String meetingId) {
        Set<Integer> used = new HashSet<>();
        for (Registration registration : seats(meetingId)) {
            if (registration.generation() == 0 && registration.seat() != null) {
                used.add(registration.seat());
            }
        }
        return used;
    }

    @Override
    public List<Registration> seats(String meetingId) {
        Query seats = query(where("meetingId").is(meetingId).and("seat").gt(0)).with(Sort.by("seat", "_id"));
        seats.fields().include("meetingId", "status", "version", "seat", "generation", "seatKey", "freeSeatOf");
        return mongo.find(seats, Registration.class);
    }

    @Override
    public Set<Integer> takenNewSeats(String meetingId, Collection<Integer> seats) {
        Query taken = query(where("seatKey")
                .in(seats.stream()
                        .map(seat -> Registration.newSeatKey(meetingId, seat))
                        .toList()));
        taken.fields().include("seat").exclude("_id");
        return mongo.find(taken, Document.class, "registrations").stream()
                .map(holder -> holder.getInteger("seat"))
                .collect(Collectors.toSet());
    }

    @Override
    public long count(String meetingId, Status status) {
        return mongo.count(query(where("meetingId").is(meetingId).and("status").is(status)), Registration.class);
    }

    @Override
    public long waitingBefore(String meetingId, long waitingNumber) {
        return mongo.count(
                query(where("meetingId")
                        .is(meetingId)
                        .and("status")
                        .is(Status.WAITLISTED)
                        .and("waitingNumber")
                        .lt(waitingNumber)),
                Registration.class);
    }

    @Override
    public Set<Long> leftNumbers(String meetingId, Collection<Long> numbers) {
        Query given = query(where("waitKey")
                .in(numbers.stream()
                        .map(number -> Registration.waitKey(meetingId, number))
                        .toList()));
        given.fields().include("waitingNumber", "status").exclude("_id");
        return mongo.find(given, Document.class, "registrations").stream()
                .filter(holder -> !Status.WAITLISTED.name().equals(holder.getString("status")))
                .map(holder -> holder.get("waitingNumber", Number.class).longValue())
                .collect(Collectors.toSet());
    }

    @Override
    public List<Long> waitingNumbers(String meetingId, long first, long last) {
        Query between = query(where("meetingId")
                        .is(meetingId)
                        .and("status")
                        .is(Status.WAITLISTED)
                        .and("waitingNumber")
                        .gte(first)
                        .lte(last))
                .with(Sort.by("waitingNumber"));
        between.fields().include("waitingNumber").exclude("_id");
        return mongo.find(between, Document.class, "registrations").stream()
                .map(waiting -> waiting.get("waitingNumber", Number.class).longValue())
                .toList();
    }

    @Override
    public Optional<Registration> change(
            Registration read, UnaryOperator<Registration> change, @Nullable Function<Registration, PendingFact> fact) {
        Document before = document(read);
        Registration next = change.apply(mongo.getConverter().read(Registration.class, before));
        next.riseTo(read.version() + 1);
        Bson asRead = Filters.and(Filters.eq("_id", read.id()), Filters.eq("version", read.version()));
        Bson update = ChangedFields.between(before, document(next));
        if (fact != null) {
            Document holder = document(Registration.holding(fact.apply(next)));
            update = Updates.combine(
                    update,
                    Updates.push(
                            Outbox.FACTS,
                            holder.getList(Outbox.FACTS, Document.class).getFirst()),
                    Updates.set(Outbox.PENDING, true));
        }
        Optional<Registration> changed = write(asRead, update);
        changed.ifPresent(written -> forgetNeeds(read, written));
        return changed;
    }

    /** Whatever ended the registration or gave it to somebody else: its needs go with the person. */
    private void forgetNeeds(Registration read, Registration written) {
        String person = read.personId();
        if (person == null || !read.keepsNeedsOf(person) || written.keepsNeedsOf(person)) {
            return;
        }
        try {
            needs.forget(List.of(read.id()));
        } catch (DataAccessException e) {
            log.warn("needs of registration {} are left to the sweep: {}", read.id(), e.toString());
        }
    }

    private Optional<Registration> write(Bson asRead, Bson all) {
        try {
            return Optional.ofNullable(mongo.execute(
                            Registration.class,
                            collection -> collection.findOneAndUpdate(
                                    asRead, all, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))))
                    .map(written -> mongo.getConverter().read(Registration.class, written));
        } catch (DuplicateKeyException lost) {
            throw new SeatTaken(lost);
        }
    }

    @Override
    public void notFree(Collection<String> registrationIds) {
        if (!registrationIds.isEmpty()) {
            mongo.updateMulti(
                    query(where("_id").in(registrationIds)), new Update().unset("freeSeatOf"), Registration.class);
        }
    }

    @Override
    public boolean release(Registration kept) {
        return changeKept(kept, new Update().set("status", Status.OPENED).set("freeSeatOf", kept.meetingId()));
    }

    @Override
    public boolean keep(Registration kept) {
        return changeKept(kept, new Update());
    }

    private boolean changeKept(Registration kept, Update update) {
        Query asRead = query(where("_id")
                .is(kept.id())
                .and("status")
                .is(Status.HELD_BACK)
                .and("version")
                .is(kept.version()));
        update.set("version", kept.version() + 1);
        return mongo.updateFirst(asRead, update, Registration.class).getMatchedCount() == 1;
    }
}
