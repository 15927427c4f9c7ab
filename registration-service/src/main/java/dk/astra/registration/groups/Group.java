package dk.astra.registration.groups;

import dk.astra.contracts.Side;
import dk.astra.contracts.registrations.Channel;
import dk.astra.messaging.PendingFact;
import dk.astra.registration.registration.Contact;
import dk.astra.registration.registration.PlaceWish;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Several people whom a leader signs up at once: the intent before any seat is touched, then the decision, then the
 * list. Its places are registrations; the people it asks for are in here only until they have their places.
 */
@Document("groups")
public class Group {

    /** How far it is; whoever finds it can go on from there. */
    public enum State {
        ASKED,
        /** Decided: the seats that are held are taken, the rest follows. */
        TAKEN,
        /** Decided: the seats that are held are let go. */
        REFUSED,
        DONE
    }

    /** How far it is while its people wait for their seats together. */
    public enum Together {
        /** Seats may be collected for it. */
        WAITING,
        /** Decided: those who wait get the seats that were collected. */
        SEATED,
        /** Decided: everybody waits alone. */
        PARTED
    }

    /** What became of a place. */
    public enum Outcome {
        UNDECIDED,
        HELD,
        WAITS,
        /** It is a registration of its own. */
        IN,
        /** The person had one already. */
        ALREADY,
        NOT_TAKEN
    }

    /**
     * One place of the list.
     *
     * @param person who is to have it, until it is a registration; null while nobody is named
     */
    public record Place(
            int number,
            boolean named,
            @Nullable Contact person,
            @Nullable String role,
            Outcome outcome) {

        Place becomes(Outcome now) {
            return new Place(number, named, person, role, now);
        }

        Place withoutPerson() {
            return new Place(number, named, null, null, outcome);
        }
    }

    @Id
    String id = "";

    long version = 1;
    String meetingId = "";
    State state = State.ASKED;

    /** The meeting, from the intent to the decision: one group at a time, so that of two one gets its seats. */
    @Nullable
    String turn;

    /** Until it is DONE, and while what was decided on its waiting together is carried out. */
    @Nullable
    Boolean unsettled = true;

    Instant askedAt = Instant.EPOCH;

    @Nullable
    String linkHash;

    @Nullable
    String idempotencyKey;

    @Nullable
    String fingerprint;

    String leaderId = "";

    /** Null once erased. */
    @Nullable
    Contact leader;

    @Nullable
    String institutionNumber;

    @Nullable
    String municipalityCode;

    @Nullable
    Side side;

    Channel channel = Channel.API;

    @Nullable
    String campaign;

    /** Of one that does not fit: seats there were. */
    @Nullable
    Integer left;

    /** Absent where its people do not wait together, or not any more. */
    @Nullable
    Together together;

    /** Raised when seats that were collected did not suffice: those of an earlier round count for nothing any more. */
    int round;

    Fit fit = Fit.ALL;
    Rest rest = Rest.WAIT;
    List<Place> places = List.of();

    /** ISO date. */
    String nameBy = "";

    /** When the leader is reminded of places without a person; absent afterwards, and where there is no time for it. */
    @Nullable
    Instant remindAt;

    /** When places without a person are given up; absent afterwards. */
    @Nullable
    Instant lapsesAt;

    @Nullable
    List<PendingFact> outbox;

    @Nullable
    Boolean pending;

    PlaceWish wish(Place place) {
        return new PlaceWish(
                id,
                place.number(),
                meetingId,
                leaderId,
                Objects.requireNonNull(leader),
                place.person(),
                place.role(),
                institutionNumber,
                municipalityCode,
                side,
                channel,
                campaign);
    }

    /** What seats are kept for that are collected now. */
    String hold() {
        return id + ':' + round;
    }

    void endTogether() {
        together = null;
        unsettled = null;
        round++;
    }

    /** Only for the port's adapters: every change raises the version by one. */
    public void riseTo(long newVersion) {
        version = newVersion;
    }

    /** Only for the port's adapters: nothing but one fact, to see how it is stored. */
    public static Group holding(PendingFact fact) {
        Group holder = new Group();
        holder.outbox = List.of(fact);
        return holder;
    }

    public String id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String meetingId() {
        return meetingId;
    }

    public String leaderId() {
        return leaderId;
    }

    public @Nullable Contact leader() {
        return leader;
    }

    public List<Place> places() {
        return places;
    }

    public boolean waitsTogether() {
        return together == Together.WAITING;
    }

    public LocalDate nameBy() {
        return LocalDate.parse(nameBy);
    }

    public @Nullable String fingerprint() {
        return fingerprint;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public List<PendingFact> outbox() {
        return outbox == null ? List.of() : outbox;
    }
}
