package dk.astra.registration.registration;

import dk.astra.contracts.Side;
import dk.astra.contracts.registrations.Channel;
import dk.astra.messaging.PendingFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One person's place, or wait for a place, at one meeting; also, without a person, a seat that the house opened or
 * keeps. The unique keys below decide every race; see {@code docs/adr/0003}.
 */
@Document("registrations")
public class Registration {

    @Id
    String id = "";

    String meetingId = "";
    Status status = Status.VOID;
    long version = 1;

    @Nullable
    String personId;

    @Nullable
    Contact contact;

    /** Person at meeting, while live: no second live registration can be written (P2). */
    @Nullable
    String personKey;

    @Nullable
    Integer seat;

    int generation;

    /** Seat and generation, kept for good: a seat is given away once per generation (P1). */
    @Nullable
    String seatKey;

    /** The meeting's id while this document's seat is free to be handed on. */
    @Nullable
    String freeSeatOf;

    /** Arrival number in the meeting's line, dense, kept for good (P6). */
    @Nullable
    Long waitingNumber;

    @Nullable
    String waitKey;

    /** Hash of the personal link's token. */
    @Nullable
    String linkHash;

    int linkGeneration;

    @Nullable
    String idempotencyKey;

    @Nullable
    String fingerprint;

    Channel channel = Channel.API;

    @Nullable
    String institutionNumber;

    @Nullable
    String municipalityCode;

    @Nullable
    Side side;

    @Nullable
    String role;

    @Nullable
    String campaign;

    Instant registeredAt = Instant.EPOCH;

    @Nullable
    Boolean attended;

    /** The registration whose calendar entry this one keeps: it came here from the twin meeting. */
    @Nullable
    String calendarEntry;

    /** The registration that this one takes over from, until that one has given up its seat. */
    @Nullable
    String movingFrom;

    /** The registration at the twin meeting that goes on in place of this one. */
    @Nullable
    String movedTo;

    /** Who had the seat before a colleague got it: for the mail that says so, and a week at most. */
    @Nullable
    FormerHolder former;

    @Nullable
    Instant linkSentAt;

    @Nullable
    List<PendingFact> outbox;

    @Nullable
    Boolean pending;

    /**
     * Somebody who gave the seat to a colleague.
     *
     * @param linkHash of the personal link that opens nothing any more
     */
    public record FormerHolder(
            String personId, Contact contact, @Nullable String linkHash, Instant until) {}

    static String seatKey(String meetingId, int seat, int generation) {
        return meetingId + ":" + seat + ":" + generation;
    }

    static String waitKey(String meetingId, long number) {
        return meetingId + ":" + number;
    }

    void takeSeat(int number, int nextGeneration) {
        status = Status.CONFIRMED;
        seat = number;
        generation = nextGeneration;
        seatKey = seatKey(meetingId, number, nextGeneration);
    }

    /** A seat that the house opens: free, of generation 0, its id derived so that it is opened once. */
    static Registration openedSeat(String meetingId, int number) {
        Registration seat = houseSeat(meetingId, number, 0);
        seat.status = Status.OPENED;
        seat.freeSeatOf = meetingId;
        return seat;
    }

    /** A seat that the house keeps. */
    static Registration heldBackSeat(String meetingId, int number, int generation) {
        Registration seat = houseSeat(meetingId, number, generation);
        seat.status = Status.HELD_BACK;
        return seat;
    }

    private static Registration houseSeat(String meetingId, int number, int generation) {
        Registration house = new Registration();
        house.meetingId = meetingId;
        house.seat = number;
        house.generation = generation;
        house.seatKey = seatKey(meetingId, number, generation);
        house.id = "seat:" + house.seatKey;
        return house;
    }

    void leaveLine() {
        waitingNumber = null;
        waitKey = null;
    }

    void joinLine(long number) {
        status = Status.WAITLISTED;
        waitingNumber = number;
        waitKey = waitKey(meetingId, number);
        seat = null;
        seatKey = null;
    }

    /** Only for the port's adapters: every change raises the version by one. */
    public void riseTo(long newVersion) {
        version = newVersion;
    }

    /** Puts a fact into the outbox; it is stored by the write that stores the change. */
    public void add(PendingFact fact) {
        List<PendingFact> facts = new ArrayList<>(outbox == null ? List.of() : outbox);
        facts.add(fact);
        outbox = facts;
        pending = true;
    }

    /** Only for the port's adapters: nothing but one fact, to see how it is stored. */
    public static Registration holding(PendingFact fact) {
        Registration holder = new Registration();
        holder.add(fact);
        return holder;
    }

    public String id() {
        return id;
    }

    public String meetingId() {
        return meetingId;
    }

    public Status status() {
        return status;
    }

    public long version() {
        return version;
    }

    public @Nullable String personId() {
        return personId;
    }

    /** Person at meeting; null once it is not live any more. */
    public @Nullable String personKey() {
        return personKey;
    }

    public @Nullable Contact contact() {
        return contact;
    }

    /** Present while CONFIRMED, and afterwards as the seat that was held. */
    public @Nullable Integer seat() {
        return seat;
    }

    /** How often the seat was handed on before. */
    public int generation() {
        return generation;
    }

    public @Nullable Long waitingNumber() {
        return waitingNumber;
    }

    public int linkGeneration() {
        return linkGeneration;
    }

    public Channel channel() {
        return channel;
    }

    public @Nullable String institutionNumber() {
        return institutionNumber;
    }

    public @Nullable String municipalityCode() {
        return municipalityCode;
    }

    public @Nullable Side side() {
        return side;
    }

    public @Nullable String role() {
        return role;
    }

    public @Nullable String campaign() {
        return campaign;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    public @Nullable Boolean attended() {
        return attended;
    }

    public @Nullable String calendarEntry() {
        return calendarEntry;
    }

    public @Nullable String movedTo() {
        return movedTo;
    }

    public @Nullable FormerHolder former() {
        return former;
    }

    public @Nullable String fingerprint() {
        return fingerprint;
    }

    public List<PendingFact> outbox() {
        return outbox == null ? List.of() : outbox;
    }
}
