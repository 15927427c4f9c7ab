package dk.astra.systemtests.drills;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All requests of a while, in the order in which they began. */
record Attempts(List<Attempt> all) {

    /** Shorter than this counts as normal whatever the machine did before: a person does not notice it. */
    private static final Duration UNNOTICED = Duration.ofMillis(250);

    private static final Duration STEADY_FOR = Duration.ofSeconds(1);

    Attempts(List<Attempt> all) {
        this.all = all.stream().sorted(Comparator.comparing(Attempt::at)).toList();
    }

    Attempts between(Instant from, Instant until) {
        return where(one -> !one.at().isBefore(from) && one.at().isBefore(until));
    }

    Attempts where(Predicate<Attempt> wanted) {
        return new Attempts(all.stream().filter(wanted).toList());
    }

    /** Of those who were acknowledged. */
    int acknowledged() {
        return where(Attempt::isAcknowledged).all.size();
    }

    /** The time within which the given share was answered. */
    Duration percentile(double share) {
        List<Duration> sorted = all.stream().map(Attempt::took).sorted().toList();
        return sorted.isEmpty()
                ? Duration.ZERO
                : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }

    /** A time that is still normal, seen from these: twice what 99 of 100 got, but nothing that nobody notices. */
    Duration normal() {
        Duration bound = where(Attempt::isAcknowledged).percentile(0.99).multipliedBy(2);
        return bound.compareTo(UNNOTICED) < 0 ? UNNOTICED : bound;
    }

    /** The moment from which newcomers were acknowledged in normal time for a second without exception. */
    Optional<Instant> normalFrom(Instant from, Duration normal) {
        @Nullable Instant since = null;
        for (Attempt one : all) {
            if (!one.first() || one.at().isBefore(from)) {
                continue;
            }
            if (!one.isAcknowledged() || one.took().compareTo(normal) > 0) {
                since = null;
            } else if (since == null) {
                since = one.at();
            } else if (Duration.between(since, one.at()).compareTo(STEADY_FOR) >= 0) {
                return Optional.of(since);
            }
        }
        return Optional.empty();
    }

    /** What those who were not registered were told, the first few that differ. */
    String troubles() {
        return all.stream()
                .filter(one -> !one.isAcknowledged())
                .map(one -> one.at() + " " + one.outcome() + " " + one.trouble())
                .distinct()
                .limit(3)
                .collect(Collectors.joining("; "));
    }

    /** For example {@code 201 × 2950, 429 × 12}. */
    String outcomes() {
        Map<String, Long> counts =
                all.stream().collect(Collectors.groupingBy(Attempt::outcome, TreeMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? "nobody asked"
                : counts.entrySet().stream()
                        .map(entry -> String.format(Locale.ROOT, "%s × %d", entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
