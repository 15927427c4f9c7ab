package dk.astra.portal.meetings;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Meetings for those who follow them from elsewhere.
 *
 * @param name what a calendar or reader calls it
 * @param network null for all
 * @param asOf when the meetings were read
 * @param base the portal's public address
 */
record Feed(String name, @Nullable String network, List<Meeting> meetings, Instant asOf, String base) {

    /** Of a meeting, in the language of the feed. */
    String page(Meeting meeting) {
        String page = base + "/arrangementer/" + meeting.id();
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? page + "?lang=en" : page;
    }
}
