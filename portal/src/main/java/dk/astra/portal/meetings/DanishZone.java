package dk.astra.portal.meetings;

import dk.astra.portal.site.Wording;
import java.util.List;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistryImpl;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzId;

/**
 * The VTIMEZONE of Denmark, under its own name and without its history: the library files Copenhagen under Berlin,
 * whose rules it shares, and a calendar program would not find the zone that DTSTART names.
 */
final class DanishZone {

    private static final VTimeZone DEFINITION = define();

    private DanishZone() {}

    static VTimeZone definition() {
        return DEFINITION;
    }

    private static VTimeZone define() {
        String id = Wording.DENMARK.getId();
        TimeZone found = new TimeZoneRegistryImpl("zoneinfo/").getTimeZone(id);
        if (found == null) {
            throw new IllegalStateException("no definition of " + id);
        }
        List<Observance> inForce = found.getVTimeZone().getObservances().stream()
                .filter(DanishZone::hasNoEnd)
                .toList();
        return new VTimeZone(new PropertyList(List.of(new TzId(id))), new ComponentList<>(inForce));
    }

    private static boolean hasNoEnd(Observance observance) {
        return observance
                .getProperty(Property.RRULE)
                .map(rule -> !rule.getValue().contains("UNTIL"))
                .orElse(false);
    }
}
