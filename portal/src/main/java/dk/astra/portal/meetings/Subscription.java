package dk.astra.portal.meetings;

import dk.astra.contracts.Network;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The feeds of a network.
 *
 * @param network null for all of them
 * @param calendar where the calendar is (iCalendar)
 * @param news where the news is (Atom)
 */
public record Subscription(@Nullable String network, String calendar, String news) {

    static final String CALENDAR = "/kalender.ics";
    static final String NEWS = "/arrangementer.atom";

    /** All of them together, then each one; in the reader's language. */
    static List<Subscription> offered(String language) {
        List<Subscription> offered = new ArrayList<>();
        offered.add(of(null, language));
        for (Network network : Network.values()) {
            offered.add(of(network.name(), language));
        }
        return List.copyOf(offered);
    }

    static Subscription of(@Nullable String network, String language) {
        String query = (network == null ? "" : "&network=" + network) + (language.equals("en") ? "&lang=en" : "");
        String end = query.isEmpty() ? "" : "?" + query.substring(1);
        return new Subscription(network, CALENDAR + end, NEWS + end);
    }
}
