package dk.astra.portal.registration;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import org.springframework.stereotype.Component;

/**
 * Bounds how often one client presses the buttons of one meeting's form, so that a script cannot fill the seats; no
 * puzzle is asked of anybody. Every press takes its share of the period; who is ahead by more than a period waits.
 *
 * <p>What is remembered is bounded and forgotten when its period is over; an address is written nowhere. Counter {@code
 * sign-ups.limited} by {@code step} ({@code send} or {@code other}).
 */
@Component
public class SignUpLimit {

    private static final int MOST_CLIENTS = 20_000;
    private static final int LONGEST_ADDRESS = 64;
    private static final int BYTES_OF_IPV6 = 16;
    private static final int BYTES_OF_A_NETWORK = 8;

    private final SignUpSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Recent<Instant> takenUntil = new Recent<>(MOST_CLIENTS);

    SignUpLimit(SignUpSettings settings, Clock clock, MeterRegistry meters) {
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        for (Step step : new Step[] {Step.SEND, Step.CHECK}) {
            count(step, 0);
        }
    }

    /**
     * @param address of the client; behind a proxy what the proxy says ({@code server.forward-headers-strategy})
     * @return how long this press has to wait; zero where it may pass
     */
    public Duration claim(String address, String meetingId, Step step) {
        int most = step == Step.SEND ? settings.sends() : settings.steps();
        if (most <= 0) {
            return Duration.ZERO;
        }
        Duration wait = claim(client(address) + " " + meetingId + " " + kind(step), most);
        if (wait.isPositive()) {
            count(step, 1);
        }
        return wait;
    }

    private synchronized Duration claim(String who, int most) {
        Instant now = clock.instant();
        forget(now);
        Instant taken = takenUntil.getOrDefault(who, now);
        Instant until = (taken.isBefore(now) ? now : taken).plus(settings.per().dividedBy(most));
        Duration wait = Duration.between(now, until).minus(settings.per());
        if (wait.isPositive()) {
            return wait;
        }
        takenUntil.put(who, until);
        return Duration.ZERO;
    }

    private void forget(Instant now) {
        Iterator<Instant> longestUnused = takenUntil.values().iterator();
        while (longestUnused.hasNext() && longestUnused.next().isBefore(now)) {
            longestUnused.remove();
        }
    }

    /** Of IPv6 the network: one client has 2⁶⁴ addresses. */
    static String client(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == BYTES_OF_IPV6 ? HexFormat.of().formatHex(bytes, 0, BYTES_OF_A_NETWORK) : address;
        } catch (IllegalArgumentException unusual) {
            return address.length() <= LONGEST_ADDRESS ? address : "";
        }
    }

    private void count(Step step, int pressed) {
        meters.counter("sign-ups.limited", "step", kind(step)).increment(pressed);
    }

    private static String kind(Step step) {
        return step == Step.SEND ? "send" : "other";
    }
}
