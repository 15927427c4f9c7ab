package dk.astra.registration.invitations;

import dk.astra.messaging.PendingFact;
import dk.astra.web.IdempotencyKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** One person invited to one meeting, until taken back; see {@code docs/adr/0018}. */
@Document("invitations")
public class Invitation {

    @Id
    String id = "";

    String meetingId = "";
    long version = 1;

    String personId = "";

    @Nullable
    Invitee invitee;

    /** Person at meeting, while invited: nobody is invited twice. */
    @Nullable
    String invitationKey;

    /** Hash of the personal link's token. */
    @Nullable
    String linkHash;

    /** The request that invited, hashed: who repeats it gets the first answer. */
    @Nullable
    String requestKey;

    @Nullable
    String requestFingerprint;

    /** What {@link #invitationKey} was: the request that invited does not invite once more. */
    @Nullable
    String takenBackKey;

    Answer answer = Answer.NONE;

    @Nullable
    String note;

    @Nullable
    Instant answeredAt;

    /** True from the write of an answer until the registration follows it. */
    @Nullable
    Boolean settling;

    Instant invitedAt = Instant.EPOCH;

    @Nullable
    Instant remindedAt;

    int reminders;

    /** Whether the reminder of {@link Reminder#FIRST} was sent. */
    boolean firstReminded;

    /** Whether the reminder of {@link Reminder#LAST} was sent. */
    boolean lastReminded;

    @Nullable
    Instant withdrawnAt;

    /** True where the person was registered before, and so got no mail with a link. */
    @Nullable
    Boolean registeredBefore;

    @Nullable
    List<PendingFact> outbox;

    @Nullable
    Boolean pending;

    static Invitation of(
            String meetingId,
            String personId,
            Invitee invitee,
            String invitationKey,
            @Nullable IdempotencyKey request,
            Instant now) {
        Invitation invitation = new Invitation();
        invitation.id = UUID.randomUUID().toString();
        invitation.meetingId = meetingId;
        invitation.personId = personId;
        invitation.invitee = invitee;
        invitation.invitationKey = invitationKey;
        invitation.invitedAt = now.truncatedTo(ChronoUnit.MILLIS);
        if (request != null) {
            invitation.requestKey = request.value();
            invitation.requestFingerprint = request.fingerprint();
        }
        return invitation;
    }

    void answer(Answer said, @Nullable String withNote, boolean hasConsequences, Instant now) {
        answer = said;
        note = withNote;
        answeredAt = now.truncatedTo(ChronoUnit.MILLIS);
        settling = hasConsequences ? true : null;
    }

    /** Who is registered already has said yes, and is counted with the others. */
    void isRegisteredAlready(Instant now) {
        registeredBefore = true;
        answer(Answer.YES, null, false, now);
    }

    /** The registration could not follow: the answer is what it is in truth. */
    void correct(boolean registered) {
        answer = registered ? Answer.YES : Answer.NONE;
        answeredAt = registered ? answeredAt : null;
        settling = null;
    }

    void remind(@Nullable Reminder due, Instant now) {
        remindedAt = now.truncatedTo(ChronoUnit.MILLIS);
        reminders++;
        firstReminded |= due == Reminder.FIRST;
        lastReminded |= due == Reminder.LAST;
    }

    /** Nothing tells any more who it was, and the person can be invited again; the link tells that it was taken back. */
    void withdraw(Instant now) {
        withdrawnAt = now.truncatedTo(ChronoUnit.MILLIS);
        invitee = null;
        note = null;
        takenBackKey = requestKey == null ? null : invitationKey;
        invitationKey = null;
        settling = null;
    }

    void erase(Instant now) {
        withdraw(now);
        linkHash = null;
        takenBackKey = null;
        requestKey = null;
        requestFingerprint = null;
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
    public static Invitation holding(PendingFact fact) {
        Invitation holder = new Invitation();
        holder.add(fact);
        return holder;
    }

    public String id() {
        return id;
    }

    public String meetingId() {
        return meetingId;
    }

    public long version() {
        return version;
    }

    public String personId() {
        return personId;
    }

    /** Null once taken back or erased. */
    public @Nullable Invitee invitee() {
        return invitee;
    }

    public Answer answer() {
        return answer;
    }

    public @Nullable String note() {
        return note;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    public boolean isSettling() {
        return Boolean.TRUE.equals(settling);
    }

    public Instant invitedAt() {
        return invitedAt;
    }

    public @Nullable Instant remindedAt() {
        return remindedAt;
    }

    public int reminders() {
        return reminders;
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    public boolean wasRegisteredBefore() {
        return Boolean.TRUE.equals(registeredBefore);
    }

    public List<PendingFact> outbox() {
        return outbox == null ? List.of() : outbox;
    }
}
