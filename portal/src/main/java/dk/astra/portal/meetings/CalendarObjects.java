package dk.astra.portal.meetings;

import dk.astra.contracts.meetings.Contact;
import dk.astra.portal.site.Wording;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/**
 * Meetings as an iCalendar object (RFC 5545) that is published to anybody. The UID is stable per meeting and SEQUENCE
 * is its version, so that a calendar changes the one entry it has; a cancelled meeting stays, as cancelled. Whoever has
 * a seat gets another object, with the UID of the registration: the same that notification-service sends by mail.
 */
@Component
public class CalendarObjects {

    private static final String PRODUCT = "-//Astra//Tilmelding//DA";
    /** How often a calendar that follows us should ask. */
    private static final String ONCE_AN_HOUR = "PT1H";

    private final MeetingWords words;
    private final Clock clock;

    CalendarObjects(MeetingWords words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    String of(Feed feed) {
        Calendar calendar = published();
        calendar.add(new XProperty("X-WR-CALNAME", feed.name()));
        calendar.add(new XProperty("X-PUBLISHED-TTL", ONCE_AN_HOUR));
        for (Meeting meeting : feed.meetings()) {
            VEvent entry = entry(meeting, meeting.id(), 0, feed.page(meeting));
            // who follows a network is not busy whenever it meets
            entry.add(ImmutableTransp.TRANSPARENT);
            calendar.add(entry);
        }
        return written(calendar);
    }

    /**
     * One person's seat. It changes the entry that the mail made, where there is one, and the other way round.
     *
     * @param entryId names the entry: the registration, or the one at the twin meeting that it goes on from
     * @param version of the registration
     * @param page of the registration
     */
    public String of(Meeting meeting, String entryId, long version, String page) {
        Calendar calendar = published();
        VEvent entry = entry(meeting, entryId, version, page);
        entry.add(ImmutableTransp.OPAQUE);
        calendar.add(entry);
        return written(calendar);
    }

    private static Calendar published() {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(DanishZone.definition());
        return calendar;
    }

    private static String written(Calendar calendar) {
        try (StringWriter out = new StringWriter()) {
            new CalendarOutputter(false).output(calendar, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private VEvent entry(Meeting meeting, String id, long version, String page) {
        VEvent entry = new VEvent(false);
        entry.add(new Uid(id + "@tilmelding.astra.dk"));
        entry.add(new DtStamp(clock.instant()));
        if (meeting.changedAt() != null) {
            entry.add(new LastModified(meeting.changedAt()));
        }
        entry.add(new Sequence(Math.toIntExact(version + (meeting.version() == null ? 0 : meeting.version()))));
        entry.add(new DtStart<>(meeting.startsAt().atZone(Wording.DENMARK)));
        entry.add(new DtEnd<>(meeting.endsAt().atZone(Wording.DENMARK)));
        entry.add(new Summary(words.title(meeting)));
        String where = words.where(meeting);
        if (!where.isEmpty()) {
            entry.add(new Location(where));
        }
        entry.add(new Description((words.about(meeting) + "\n\n" + page).strip()));
        entry.add(new Url(URI.create(page)));
        entry.add(meeting.isCancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        Contact contact = meeting.contact();
        if (contact != null) {
            Organizer organizer = new Organizer(mailbox(contact.email()));
            organizer.add(new Cn(contact.role()));
            entry.add(organizer);
        }
        return entry;
    }

    private static URI mailbox(String email) {
        try {
            return new URI("mailto", email, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a mailbox");
        }
    }
}
