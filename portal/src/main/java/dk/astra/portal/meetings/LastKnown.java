package dk.astra.portal.meetings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.astra.web.NeighbourUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last answers of a service, one for each question. A fresh one is given again. Else one reader asks, and those who
 * come meanwhile get what that one hears. While the service is away its last answer is given, marked as late, and the
 * service is not asked more often than otherwise.
 */
final class LastKnown<K, V> {

    private static final Logger log = LoggerFactory.getLogger(LastKnown.class);

    /** Who changed something through this portal sees it on the next page; a crowd does not ask after each change. */
    private static final Duration FRESH_AFTER_CHANGE = Duration.ofMillis(250);

    /** How long a reader waits for what another one asked, where there is an older answer to fall back to. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final CacheSettings settings;
    private final Clock clock;
    private final LongSupplier changes;
    private final ConcurrentMap<K, Slot> slots;

    /**
     * @param most questions that are remembered
     * @param changes a number that rises with each change that this portal makes at the service
     */
    LastKnown(int most, CacheSettings settings, Clock clock, LongSupplier changes) {
        this.settings = settings;
        this.clock = clock;
        this.changes = changes;
        Cache<K, Slot> cache = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(settings.kept())
                .build();
        this.slots = cache.asMap();
    }

    private record Answer<V>(V value, Instant at, long changes) {

        Known<V> known(boolean late) {
            return new Known<>(value, at, late);
        }
    }

    private record Silence(NeighbourUnavailable reason, Instant since) {}

    /** @throws NeighbourUnavailable where the service is away and gave no answer that may still be shown */
    Known<V> get(K question, Supplier<V> service) {
        if (settings.isOff()) {
            return new Known<>(service.get(), clock.instant(), false);
        }
        return slots.computeIfAbsent(question, any -> new Slot()).get(service);
    }

    private final class Slot {

        private final ReentrantLock asking = new ReentrantLock();
        private volatile @Nullable Answer<V> last;
        private volatile @Nullable Silence silence;

        Known<V> get(Supplier<V> service) {
            Known<V> known = withoutAsking();
            if (known != null) {
                return known;
            }
            Answer<V> earlier = shown();
            if (earlier == null) {
                asking.lock();
            } else if (!isMyTurnSoon()) {
                return earlier.known(true);
            }
            try {
                known = withoutAsking();
                return known == null ? ask(service) : known;
            } finally {
                asking.unlock();
            }
        }

        private boolean isMyTurnSoon() {
            try {
                return asking.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /** Null where the service has to be asked. */
        private @Nullable Known<V> withoutAsking() {
            Answer<V> answer = last;
            if (answer != null && isFresh(answer)) {
                return answer.known(false);
            }
            Silence now = silence;
            return now != null && isWithin(settings.fresh(), now.since()) ? late(now.reason()) : null;
        }

        private boolean isFresh(Answer<V> answer) {
            boolean latest = answer.changes() == changes.getAsLong();
            return isWithin(settings.fresh(), answer.at()) && (latest || isWithin(FRESH_AFTER_CHANGE, answer.at()));
        }

        private Known<V> ask(Supplier<V> service) {
            Instant now = clock.instant();
            long seen = changes.getAsLong();
            try {
                Answer<V> heard = new Answer<>(service.get(), now, seen);
                last = heard;
                silence = null;
                return heard.known(false);
            } catch (NeighbourUnavailable away) {
                silence = new Silence(away, clock.instant());
                Known<V> known = late(away);
                log.warn(
                        "no answer from {}: that of {} is shown",
                        away.properties().get("neighbour"),
                        known.since());
                return known;
            }
        }

        private Known<V> late(NeighbourUnavailable reason) {
            Answer<V> answer = shown();
            if (answer == null) {
                throw reason;
            }
            return answer.known(true);
        }

        /** The last answer, unless it is too old for anybody. */
        private @Nullable Answer<V> shown() {
            Answer<V> answer = last;
            return answer != null && isWithin(settings.kept(), answer.at()) ? answer : null;
        }
    }

    private boolean isWithin(Duration time, Instant since) {
        return clock.instant().isBefore(since.plus(time));
    }
}
