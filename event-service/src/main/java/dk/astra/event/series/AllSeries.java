package dk.astra.event.series;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All series. */
public interface AllSeries {

    Optional<Series> find(String id);

    /** @param creationKey hash of the idempotency key that a series was created with */
    Optional<Series> findByCreationKey(String creationKey);

    /** @return false, and nothing stored, where its creation key is taken */
    boolean add(Series series);

    /** The series' meetings are stored; it forgets its copies. */
    void finished(String id);

    /** What was created before and is not finished, oldest first. */
    List<Series> unfinished(Instant createdBefore);
}
