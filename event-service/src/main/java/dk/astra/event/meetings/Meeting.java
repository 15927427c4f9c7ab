package dk.astra.event.meetings;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.contracts.meetings.Venue;
import dk.astra.event.meetings.Change.Amended;
import dk.astra.event.meetings.Change.Cancelled;
import dk.astra.event.meetings.Change.Held;
import dk.astra.event.meetings.Change.Rescheduled;
import dk.astra.event.meetings.Change.Scheduled;
import dk.astra.messaging.PendingFact;
import dk.astra.web.FieldProblem;
import dk.astra.web.IdempotencyKey;
import dk.astra.web.InvalidFields;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What people sign up for, and the document it is stored as. Its state changes only here; each transition answers
 * what it changed, or null where everything was so already.
 */
@Document(Meeting.COLLECTION)
@TypeAlias("meeting")
public final class Meeting {

    public static final String COLLECTION = "meetings";

    /** A draft is known to organisers only; HELD and CANCELLED are final. */
    public enum Status {
        DRAFT,
        SCHEDULED,
        CANCELLED,
        HELD
    }

    private final String id;
    private final @Nullable PlaceInSeries series;
    private final @Nullable String creationKey;
    private final @Nullable String creationFingerprint;
    private final List<PendingFact> outbox;
    private RememberedKeys keys;
    private long version;
    private long revision;
    private @Nullable Instant changedAt;
    private Status status;
    private boolean announced;
    private MeetingContent content;
    private MeetingTimes times;
    private @Nullable LocalizedText cancellationReason;
    private @Nullable Integer attendance;
    private @Nullable Boolean pending;

    @PersistenceCreator
    Meeting(
            String id,
            @Nullable PlaceInSeries series,
            @Nullable String creationKey,
            @Nullable String creationFingerprint,
            @Nullable RememberedKeys keys,
            @Nullable List<PendingFact> outbox,
            long version,
            long revision,
            @Nullable Instant changedAt,
            Status status,
            boolean announced,
            MeetingContent content,
            MeetingTimes times,
            @Nullable LocalizedText cancellationReason,
            @Nullable Integer attendance,
            @Nullable Boolean pending) {
        this.id = id;
        this.series = series;
        this.creationKey = creationKey;
        this.creationFingerprint = creationFingerprint;
        this.keys = RememberedKeys.orNone(keys);
        this.outbox = outbox == null ? new ArrayList<>() : new ArrayList<>(outbox);
        this.version = version;
        this.revision = revision;
        this.changedAt = changedAt;
        this.status = status;
        this.announced = announced;
        this.content = content;
        this.times = times;
        this.cancellationReason = cancellationReason;
        this.attendance = attendance;
        this.pending = pending;
    }

    /**
     * A new meeting, not yet announced.
     *
     * @param series null where it stands alone
     * @param key null where there was none, or where the series remembers it
     */
    static Meeting draft(
            String id,
            @Nullable PlaceInSeries series,
            MeetingContent content,
            MeetingTimes times,
            @Nullable IdempotencyKey key) {
        return new Meeting(
                id,
                series,
                key == null ? null : key.value(),
                key == null ? null : key.fingerprint(),
                null,
                null,
                1,
                1,
                null,
                Status.DRAFT,
                false,
                content,
                times,
                null,
                null,
                null);
    }

    @Nullable
    Change schedule(Instant now) {
        if (status == Status.SCHEDULED) {
            return null;
        }
        require(status == Status.DRAFT);
        requireStartAfter(now);
        status = Status.SCHEDULED;
        announced = true;
        return new Scheduled();
    }

    /** Everything at once; the time only while nobody was told. */
    @Nullable
    Change change(Proposal proposal) {
        requireOpen();
        MeetingContent newContent = proposal.content();
        MeetingTimes newTimes = proposal.times().insteadOf(times);
        if (announced && !newTimes.isSameTimeAs(times)) {
            throw new InvalidFields(newTimes.problemsOfMovingFrom(times));
        }
        Set<String> different = newContent.differencesTo(content);
        different.addAll(newTimes.deadlinesDifferentFrom(times));
        boolean nothing = different.isEmpty() && newTimes.equals(times);
        content = newContent;
        times = newTimes;
        return nothing ? null : new Amended(different);
    }

    @Nullable
    Change reschedule(WantedTimes wanted, Instant now) {
        requireOpen();
        MeetingTimes before = times;
        MeetingTimes after = wanted.insteadOf(before);
        if (after.equals(before)) {
            return null;
        }
        times = after;
        if (after.isSameTimeAs(before)) {
            return new Amended(after.deadlinesDifferentFrom(before));
        }
        if (announced) {
            requireStartAfter(now);
        }
        return new Rescheduled(before.startsAt(), before.endsAt());
    }

    @Nullable
    Change moveTo(Venue venue) {
        requireOpen();
        if (content.format() == MeetingFormat.ONLINE) {
            throw new InvalidFields("venue", "not-when-online");
        }
        return amend(content.withVenue(venue));
    }

    @Nullable
    Change changeCapacity(int seats) {
        requireOpen();
        Integer quorum = content.quorum();
        if (quorum != null && seats < quorum) {
            throw new InvalidFields(
                    List.of(new FieldProblem("capacity", "below-quorum", List.of(Integer.toString(quorum)))));
        }
        return amend(content.withCapacity(seats));
    }

    private @Nullable Change amend(MeetingContent newContent) {
        Set<String> different = newContent.differencesTo(content);
        content = newContent;
        return different.isEmpty() ? null : new Amended(different);
    }

    /** Twins have the same content: what was changed in one is changed here, unless this one is over. */
    @Nullable
    Change follow(Meeting twin) {
        if (status != Status.DRAFT && status != Status.SCHEDULED) {
            return null;
        }
        Duration shift = Duration.between(
                twin.times.startsAt().toLocalTime(), times.startsAt().toLocalTime());
        return amend(content.withContentOf(twin.content, shift));
    }

    @Nullable
    Change cancel(LocalizedText reason) {
        if (status == Status.CANCELLED) {
            return null;
        }
        requireOpen();
        status = Status.CANCELLED;
        cancellationReason = reason;
        return new Cancelled();
    }

    @Nullable
    Change hold(int people, Instant now) {
        if (status == Status.HELD && Integer.valueOf(people).equals(attendance)) {
            return null;
        }
        require(status == Status.SCHEDULED);
        LocalDate begins = times.startsAt().toLocalDate();
        if (LocalDate.ofInstant(now, times.zone()).isBefore(begins)) {
            throw new MeetingNotBegun(begins);
        }
        status = Status.HELD;
        attendance = people;
        return new Held();
    }

    private void requireOpen() {
        require(status == Status.DRAFT || status == Status.SCHEDULED);
    }

    private void require(boolean possible) {
        if (!possible) {
            throw new MeetingNotOpen(status);
        }
    }

    private void requireStartAfter(Instant now) {
        if (!times.startInstant().isAfter(now)) {
            throw new InvalidFields("startsAt", "in-past");
        }
    }

    /** Counts a change; call it before its fact is frozen. */
    void nextVersion(Instant now) {
        version++;
        isSoSince(now);
    }

    /** To the millisecond, as stores keep it. */
    void isSoSince(Instant now) {
        changedAt = now.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Keeps a fact with the change that caused it, until the stream has it. */
    void publish(PendingFact fact) {
        outbox.add(fact);
        pending = true;
    }

    /** Counts a write of the document. */
    void nextRevision() {
        revision++;
    }

    /** @return whether the command that came with this key was carried out before */
    boolean remembers(IdempotencyKey key) {
        return keys.know(key);
    }

    void remember(IdempotencyKey key) {
        keys = keys.and(key);
    }

    void requireCreatedBy(IdempotencyKey key) {
        key.requireSame(creationFingerprint);
    }

    public String id() {
        return id;
    }

    /** Rises by one with every change; the sequence of the fact that tells it. */
    public long version() {
        return version;
    }

    /** When this version came to be; null for one from before this was kept. */
    public @Nullable Instant changedAt() {
        return changedAt;
    }

    /** Rises by one with every write; what a concurrent writer notices. */
    public long revision() {
        return revision;
    }

    public Status status() {
        return status;
    }

    /** Whether it was ever scheduled: nobody but organisers knows the others. */
    public boolean isAnnounced() {
        return announced;
    }

    public MeetingContent content() {
        return content;
    }

    public MeetingTimes times() {
        return times;
    }

    public @Nullable String seriesId() {
        return series == null ? null : series.seriesId();
    }

    public boolean hasIdenticalContent() {
        return series != null && series.identicalContent();
    }

    public List<String> twins() {
        return series == null ? List.of() : series.twins();
    }

    public @Nullable LocalizedText cancellationReason() {
        return cancellationReason;
    }

    public @Nullable Integer attendance() {
        return attendance;
    }

    public List<PendingFact> outbox() {
        return List.copyOf(outbox);
    }
}
