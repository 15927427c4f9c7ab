package dk.astra.event.meetings;

import dk.astra.web.InvalidFields;
import dk.astra.web.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Counter {@code meetings.commands}, tags {@code command} and {@code outcome}: every command whose body could be
 * read is counted once, as {@code done}, {@code repeated} (carried out before, or so already), {@code refused}
 * (the organiser has to do something else) or {@code failed} (can be sent again as it is).
 */
@Component
public class CommandCounter {

    private final MeterRegistry meters;

    CommandCounter(MeterRegistry meters) {
        this.meters = meters;
    }

    public <T> T count(String command, Predicate<T> repeated, Supplier<T> body) {
        String outcome = "failed";
        try {
            T result = body.get();
            outcome = repeated.test(result) ? "repeated" : "done";
            return result;
        } catch (Refusal refusal) {
            outcome = refusal.status().is5xxServerError() ? "failed" : "refused";
            throw refusal;
        } catch (InvalidFields invalid) {
            outcome = "refused";
            throw invalid;
        } finally {
            meters.counter("meetings.commands", "command", command, "outcome", outcome)
                    .increment();
        }
    }
}
