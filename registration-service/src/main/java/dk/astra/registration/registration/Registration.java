package dk.astra.registration.registration;

import dk.astra.contracts.Side;
import dk.astra.contracts.registrations.CancelReason;
import dk.astra.contracts.registrations.Channel;
import dk.astra.messaging.PendingFact;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /** While OFFERED: until when the seat can be taken. */
    @Nullable
    Instant offeredUntil;

    /** True until somebody who reads the mailbox has answered, where the organiser asks for that. */
    @Nullable
    Boolean unconfirmed;

    /** When the seat became the person's, where that was later than the sign-up. */
    @Nullable
    Instant seatedAt;

    /** The same person's registration at the twin meeting: whichever gets a seat first is kept. */
    @Nullable
    String eitherOf;

    /** The same, while the two may have to be brought in line with each other. */
    @Nullable
    String pairing;

    /** Why it ended, where that is more than somebody's wish. */
    @Nullable
    CancelReason endedBecause;

    @Nullable
    EndedBy endedBy;

    /** The group whose leader took this place. */
    @Nullable
    String groupId;

    /** Its number in the group's list, from 1. */
    @Nullable
    Integer groupPlace;

    /** Nobody is named for it yet: person and contact are the leader's. */
    @Nullable
    Boolean unnamed;

    /** The group, while the seat is only held: nobody was told of it, and it can be let go without a trace. */
    @Nullable
    String groupHold;

    /** The meeting's id while it stands in line with its group, which gets its seats all at once. */
    @Nullable
    String waitsTogetherAt;

    /** It lapses: nobody can be named for it any more. */
    @Nullable
    Boolean namingClosed;

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

    /** Only for the port's adapters: the key of a seat that nobody had before. */
    public static String newSeatKey(String meetingId, int seat) {
        return seatKey(meetingId, seat, 0);
    }

    /** Only for the port's adapters: the key of a number in line. */
    public static String waitKey(String meetingId, long number) {
        return meetingId + ":" + number;
    }

    void takeSeat(int number, int nextGeneration) {
        status = offeredUntil == null ? Status.CONFIRMED : Status.OFFERED;
        seat = number;
        generation = nextGeneration;
        seatKey = seatKey(meetingId, number, nextGeneration);
    }

    /** The seat is the person's; where they wait at the twin meeting too, that is over. */
    void seated(Instant now) {
        status = Status.CONFIRMED;
        offeredUntil = null;
        unconfirmed = null;
        seatedAt = now.truncatedTo(ChronoUnit.MILLIS);
        pairing = eitherOf;
    }

    /** @param freed whether the seat, if there is one, may be handed on */
    void end(@Nullable CancelReason reason, boolean freed) {
        if (status.holdsSeat() && freed) {
            freeSeatOf = meetingId;
        }
        status = Status.CANCELLED;
        waitsTogetherAt = null;
        personKey = null;
        offeredUntil = null;
        endedBecause = reason;
    }

    public boolean isOfferedAt(Instant now) {
        return status == Status.OFFERED && offeredUntil != null && now.isBefore(offeredUntil);
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

    /** A seat kept for a group until it is seen whether there are enough; free again, or the next generation taken. */
    static Registration collectedSeat(String meetingId, int number, int generation, String hold, Instant now) {
        Registration seat = houseSeat(meetingId, number, generation);
        seat.status = Status.OPENED;
        seat.groupHold = hold;
        seat.registeredAt = now.truncatedTo(ChronoUnit.MILLIS);
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

    /** A seat can be given to somebody else; its id stays. */
    public boolean isOfSamePersonAs(Registration other) {
        return personId != null && personId.equals(other.personId);
    }

    /** Whether what this person needs is still anybody's business. */
    public boolean keepsNeedsOf(String person) {
        return status.isLive() && contact != null && person.equals(personId);
    }

    void leaveLine() {
        waitingNumber = null;
        waitKey = null;
    }

    void joinLine(long number) {
        status = Status.WAITLISTED;
        waitingNumber = number;
        waitKey = waitKey(meetingId, number);
        offeredUntil = null;
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

    /** Present while CONFIRMED or OFFERED, and afterwards as the seat that was held. */
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

    public @Nullable Instant offeredUntil() {
        return offeredUntil;
    }

    /** Nobody who reads the mailbox has answered yet, and the organiser asks for that. */
    public boolean isUnconfirmed() {
        return Boolean.TRUE.equals(unconfirmed);
    }

    public @Nullable String eitherOf() {
        return eitherOf;
    }

    public @Nullable EndedBy endedBy() {
        return endedBy;
    }

    public @Nullable CancelReason endedBecause() {
        return endedBecause;
    }

    public @Nullable FormerHolder former() {
        return former;
    }

    public @Nullable String fingerprint() {
        return fingerprint;
    }

    public @Nullable String groupId() {
        return groupId;
    }

    /** Number in its group's list; 0 for one that came by itself. */
    public int groupPlace() {
        return groupPlace == null ? 0 : groupPlace;
    }

    public boolean isUnnamed() {
        return Boolean.TRUE.equals(unnamed);
    }

    /** Whether the seat is only held for a group that is not decided on. */
    public boolean isHeld() {
        return groupHold != null;
    }

    /** For what it is held. */
    public @Nullable String groupHold() {
        return groupHold;
    }

    /** Whether it waits for a seat only together with its group. */
    public boolean waitsTogether() {
        return status == Status.WAITLISTED && waitsTogetherAt != null;
    }

    /** Whether it lapsed, or is about to. */
    public boolean isNamingClosed() {
        return Boolean.TRUE.equals(namingClosed);
    }

    public List<PendingFact> outbox() {
        return outbox == null ? List.of() : outbox;
    }
}
