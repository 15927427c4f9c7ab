package dk.astra.event.meetings;

import dk.astra.web.IdempotencyKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The idempotency keys of the last commands to one meeting, hashed.
 *
 * @param recent oldest first
 */
record RememberedKeys(List<Entry> recent) {

    private static final int MOST = 20;

    /**
     * One of them.
     *
     * @param fingerprint hash of the content that came with it
     */
    record Entry(String key, String fingerprint) {}

    static RememberedKeys orNone(@Nullable RememberedKeys keys) {
        return keys == null ? new RememberedKeys(List.of()) : keys;
    }

    /** @return whether the command that came with this key was carried out before */
    boolean know(IdempotencyKey key) {
        for (Entry known : recent) {
            if (known.key().equals(key.value())) {
                key.requireSame(known.fingerprint());
                return true;
            }
        }
        return false;
    }

    RememberedKeys and(IdempotencyKey key) {
        List<Entry> more = new ArrayList<>(recent);
        more.add(new Entry(key.value(), key.fingerprint()));
        return new RememberedKeys(List.copyOf(more.subList(Math.max(0, more.size() - MOST), more.size())));
    }
}
