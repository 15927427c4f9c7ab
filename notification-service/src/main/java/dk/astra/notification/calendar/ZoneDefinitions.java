package dk.astra.notification.calendar;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryImpl;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzId;

/**
 * The VTIMEZONE of a zone, under the zone's own name and without its history: the library files Copenhagen under
 * Berlin, whose rules it shares, and a calendar program would not find the zone that DTSTART names.
 */
final class ZoneDefinitions {

    private final TimeZoneRegistry library = new TimeZoneRegistryImpl("zoneinfo/");
    private final Map<ZoneId, Optional<VTimeZone>> known = new ConcurrentHashMap<>();

    /** Empty for a zone that the library does not know. */
    Optional<VTimeZone> of(ZoneId zone) {
        return known.computeIfAbsent(zone, this::define);
    }

    private Optional<VTimeZone> define(ZoneId zone) {
        TimeZone found = library.getTimeZone(zone.getId());
        if (found == null) {
            return Optional.empty();
        }
        List<Observance> all = found.getVTimeZone().getObservances();
        List<Observance> inForce =
                all.stream().filter(ZoneDefinitions::hasNoEnd).toList();
        return Optional.of(new VTimeZone(
                new PropertyList(List.of(new TzId(zone.getId()))),
                new ComponentList<>(inForce.isEmpty() ? all : inForce)));
    }

    private static boolean hasNoEnd(Observance observance) {
        return observance
                .getProperty(Property.RRULE)
                .map(rule -> !rule.getValue().contains("UNTIL"))
                .orElse(false);
    }
}
