package dk.astra.registration.registration;

import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.web.IdempotencyKey;
import dk.astra.web.NeighbourUnavailable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One {@link MeetingLine} per meeting that people are signing up for. */
@Component
class MeetingLines {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, MeetingLine> lines = new ConcurrentHashMap<>();
    private final Registrations registrations;
    private final RegistrationFacts facts;
    private final PromoteWaiting promotion;
    private final PlaceInLine places;

    MeetingLines(Registrations registrations, RegistrationFacts facts, PromoteWaiting promotion, PlaceInLine places) {
        this.registrations = registrations;
        this.facts = facts;
        this.promotion = promotion;
        this.places = places;
    }

    /** Waits for the write that decides; who gives up before it began is not written. */
    Receipt join(KnownMeeting meeting, Registration candidate, @Nullable IdempotencyKey key) {
        CompletableFuture<Receipt> answer = lines.computeIfAbsent(
                        meeting.id(), id -> new MeetingLine(id, registrations, facts, promotion, places))
                .join(meeting, candidate, key);
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            answer.completeExceptionally(e);
            throw new NeighbourUnavailable("store", e);
        } catch (InterruptedException e) {
            answer.completeExceptionally(e);
            Thread.currentThread().interrupt();
            throw new NeighbourUnavailable("store", e);
        }
    }

    Receipt receipt(Registration registration, boolean repeated) {
        return new Receipt(registration, places.of(registration), repeated, false);
    }

    /** Forgets the lines where nobody stands; their next candidate starts from the store. */
    void forgetIdle() {
        lines.values().removeIf(MeetingLine::isIdle);
        places.forgetOld();
    }
}
