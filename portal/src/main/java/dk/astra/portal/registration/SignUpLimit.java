package dk.astra.portal.registration;

import dk.astra.web.ClientPace;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Bounds how often one client presses the buttons of one meeting's form, so that a script cannot fill the seats; no
 * puzzle is asked of anybody. Counter {@code sign-ups.limited} by {@code step} ({@code send} or {@code other}).
 */
@Component
public class SignUpLimit {

    private final SignUpSettings settings;
    private final MeterRegistry meters;
    private final ClientPace pace;

    SignUpLimit(SignUpSettings settings, Clock clock, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
        this.pace = new ClientPace(settings.per(), clock);
        for (Step step : new Step[] {Step.SEND, Step.CHECK}) {
            count(step, 0);
        }
    }

    /**
     * @param address of the client; behind a proxy what the proxy says ({@code server.forward-headers-strategy})
     * @param meetingId or another name for what is counted on its own
     * @return how long this press has to wait; zero where it may pass
     */
    public Duration claim(String address, String meetingId, Step step) {
        int most = step == Step.SEND ? settings.sends() : settings.steps();
        Duration wait = pace.claim(ClientPace.client(address) + " " + meetingId + " " + kind(step), most, 1);
        if (wait.isPositive()) {
            count(step, 1);
        }
        return wait;
    }

    private void count(Step step, int pressed) {
        meters.counter("sign-ups.limited", "step", kind(step)).increment(pressed);
    }

    private static String kind(Step step) {
        return step == Step.SEND ? "send" : "other";
    }
}
