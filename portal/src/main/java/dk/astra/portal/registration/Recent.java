package dk.astra.portal.registration;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values by name, the most recently used ones only; not for several threads. */
final class Recent<V> extends LinkedHashMap<String, V> {

    private static final int ROOM_AT_FIRST = 16;
    private static final float LOAD = 0.75f;

    private final int most;

    Recent(int most) {
        super(ROOM_AT_FIRST, LOAD, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
    }
}
