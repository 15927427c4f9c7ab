package dk.astra.event.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import dk.astra.contracts.meetings.Contact;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.contracts.meetings.MeetingType;
import dk.astra.contracts.meetings.ProgrammeItem;
import dk.astra.contracts.meetings.Venue;
import dk.astra.messaging.PendingFact;
import dk.astra.web.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of meetings has to do. */
public interface MeetingsContract {

    Meetings meetings();

    static Meeting aDraft(@Nullable IdempotencyKey key) {
        MeetingContent content = new MeetingContent(
                MeetingType.THEME_DAY,
                Network.EUD,
                MeetingFormat.PHYSICAL,
                Side.EAST,
                new LocalizedText("Temadag", ""),
                new LocalizedText("En dag", "A day"),
                new LocalizedText("Lærere", "Teachers"),
                new Venue("Huset", "Åvej 1", "4180", "Sorø", null),
                List.of(new ProgrammeItem(LocalTime.of(9, 30), new LocalizedText("Velkomst", "Welcome"))),
                Set.of("ABC", "STRATEGI"),
                new Contact("Netværket", "eud@astra.example"),
                40,
                Questionnaire.NOTHING,
                null,
                null,
                null);
        LocalDateTime start = LocalDateTime.parse("2027-03-28T02:30");
        MeetingTimes times = new WantedTimes(start, start.plusHours(5), null, null, null, null)
                .forNew(Instant.parse("2027-01-01T08:00:00Z"));
        return Meeting.draft(UUID.randomUUID().toString(), null, content, times, key);
    }

    private static IdempotencyKey key() {
        IdempotencyKey key = IdempotencyKey.of(UUID.randomUUID().toString(), "POST /api/meetings", "{}");
        assertThat(key).isNotNull();
        return key;
    }

    private static PendingFact fact(String id, long sequence) {
        byte[] body = "{\"n\":1}".getBytes(StandardCharsets.UTF_8);
        return new PendingFact(id, "meeting.changed.v1", sequence, Instant.parse("2027-01-01T08:00:00Z"), null, body);
    }

    @Test
    default void readsWhatItStored() {
        Meeting meeting = aDraft(null);

        assertThat(meetings().add(meeting)).isTrue();

        Meeting read = meetings().find(meeting.id()).orElseThrow();
        assertThat(read).usingRecursiveComparison().isEqualTo(meeting);
        // a local time is kept as it is, also one that the machine's zone may not have
        assertThat(read.times().startsAt()).isEqualTo(LocalDateTime.parse("2027-03-28T02:30"));
        assertThat(meetings().find("another")).isEmpty();
    }

    @Test
    default void addsMeetingOnce() {
        Meeting meeting = aDraft(null);

        assertThat(meetings().add(meeting)).isTrue();
        assertThat(meetings().add(meeting)).isFalse();
    }

    @Test
    default void addsMeetingOncePerKey() throws Exception {
        IdempotencyKey key = key();
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(() -> meetings().add(aDraft(key)));
        }

        int added = 0;
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> call : callers.invokeAll(calls)) {
                added += call.get() ? 1 : 0;
            }
        }

        assertThat(added).isEqualTo(1);
        assertThat(meetings().findByCreationKey(key.value())).isPresent();
        assertThat(meetings().add(aDraft(null))).as("no key is no clash").isTrue();
        assertThat(meetings().add(aDraft(null))).isTrue();
    }

    @Test
    default void writesOnlyWhatWasReadLast() {
        Meeting meeting = aDraft(null);
        meetings().add(meeting);
        Meeting one = meetings().find(meeting.id()).orElseThrow();
        Meeting other = meetings().find(meeting.id()).orElseThrow();
        one.changeCapacity(50);
        one.nextRevision();
        other.changeCapacity(60);
        other.nextRevision();

        assertThat(meetings().write(one, 1, List.of())).isPresent();
        assertThat(meetings().write(other, 1, List.of())).isEmpty();

        assertThat(meetings().find(meeting.id()).orElseThrow().content().capacity())
                .isEqualTo(50);
    }

    @Test
    default void addsFactsToThoseThatWait() {
        Meeting meeting = aDraft(null);
        meetings().add(meeting);
        meeting.nextRevision();
        Meeting first = meetings().write(meeting, 1, List.of(fact("a", 2))).orElseThrow();
        first.nextRevision();
        Meeting second = meetings().write(first, 2, List.of(fact("b", 3))).orElseThrow();

        assertThat(second.outbox()).extracting(PendingFact::factId).containsExactly("a", "b");
        assertThat(meetings().find(meeting.id()).orElseThrow().outbox())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(fact("a", 2), fact("b", 3));
    }

    @Test
    default void countsAndListsByStatus() {
        long drafts = meetings().countByStatus().getOrDefault(Meeting.Status.DRAFT, 0L);
        Meeting meeting = aDraft(null);
        meetings().add(meeting);

        assertThat(meetings().countByStatus())
                .containsKeys(Meeting.Status.values())
                .containsEntry(Meeting.Status.DRAFT, drafts + 1);
        assertThat(meetings().inStatus(Set.of(Meeting.Status.DRAFT, Meeting.Status.HELD)))
                .extracting(Meeting::id)
                .contains(meeting.id());
        assertThat(meetings().inStatus(Set.of(Meeting.Status.HELD)))
                .extracting(Meeting::id)
                .doesNotContain(meeting.id());
        assertThat(meetings().withIds(Set.of(meeting.id(), "another")))
                .extracting(Meeting::id)
                .containsExactly(meeting.id());
    }
}
