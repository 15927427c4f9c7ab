package dk.astra.event.meetings;

import java.time.LocalDateTime;
import java.util.Set;

/** What a command did to a meeting. */
public sealed interface Change {

    /** It can be signed up for. */
    record Scheduled() implements Change {}

    /** Something other than the time is different. */
    record Amended(Set<String> fields) implements Change {}

    /** It is at another time. */
    record Rescheduled(LocalDateTime previousStartsAt, LocalDateTime previousEndsAt) implements Change {}

    /** It will not take place. */
    record Cancelled() implements Change {}

    /** It took place. */
    record Held() implements Change {}
}
