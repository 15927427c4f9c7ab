package dk.astra.web;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds how often each client does something: every time takes its share of the period, and who is ahead by more than
 * a period waits. What is remembered is bounded and forgotten when its period is over; it is written nowhere.
 */
public final class ClientPace {

    private static final int MOST_CLIENTS = 20_000;
    private static final int ROOM_AT_FIRST = 16;
    private static final float LOAD = 0.75f;
    private static final int LONGEST_ADDRESS = 64;
    private static final int BYTES_OF_IPV6 = 16;
    private static final int BYTES_OF_A_NETWORK = 8;

    private final Duration per;
    private final Clock clock;

    /** Until when each has used its time, the longest unused first. */
    private final Map<String, Instant> takenUntil = new LinkedHashMap<>(ROOM_AT_FIRST, LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    public ClientPace(Duration per, Clock clock) {
        this.per = per;
        this.clock = clock;
    }

    /**
     * @param who the client, and what else is counted on its own
     * @param most times within the period; 0 is no bound
     * @param times that this one counts for, at most {@code most}
     * @return how long to wait; zero where it may pass
     */
    public synchronized Duration claim(String who, int most, int times) {
        if (most <= 0) {
            return Duration.ZERO;
        }
        Instant now = clock.instant();
        forget(now);
        Instant taken = takenUntil.getOrDefault(who, now);
        Duration share = per.dividedBy(most).multipliedBy(Math.min(times, most));
        Instant until = (taken.isBefore(now) ? now : taken).plus(share);
        Duration wait = Duration.between(now, until).minus(per);
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

    /** Whom an address stands for; of IPv6 the network: one client has 2⁶⁴ addresses. */
    public static String client(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == BYTES_OF_IPV6 ? HexFormat.of().formatHex(bytes, 0, BYTES_OF_A_NETWORK) : address;
        } catch (IllegalArgumentException unusual) {
            return address.length() <= LONGEST_ADDRESS ? address : "";
        }
    }
}
