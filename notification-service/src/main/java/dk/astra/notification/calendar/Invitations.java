package dk.astra.notification.calendar;

import dk.astra.contracts.meetings.MeetingState;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/**
 * Writes invitations and their cancellations (RFC 5546, 3.2.2 and 3.2.5). The UID is stable per registration, so that
 * a calendar changes or removes the one entry it has.
 */
@Component
public class Invitations {

    private static final String PRODUCT = "-//Astra//Tilmelding//DA";

    private final ZoneDefinitions zones = new ZoneDefinitions();
    private final Clock clock;

    Invitations(Clock clock) {
        this.clock = clock;
    }

    public CalendarObject request(Seat seat) {
        return write(seat, ImmutableMethod.REQUEST, ImmutableStatus.VEVENT_CONFIRMED);
    }

    public CalendarObject cancel(Seat seat) {
        return write(seat, ImmutableMethod.CANCEL, ImmutableStatus.VEVENT_CANCELLED);
    }

    private CalendarObject write(Seat seat, Method method, Status status) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(method);
        zones.of(seat.meeting().zone()).ifPresent(calendar::add);
        calendar.add(event(seat, status));
        try (StringWriter out = new StringWriter()) {
            new CalendarOutputter(false).output(calendar, out);
            return new CalendarObject(method.getValue(), out.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private VEvent event(Seat seat, Status status) {
        MeetingState meeting = seat.meeting();
        VEvent event = new VEvent(false);
        event.add(new Uid(seat.registrationId() + "@tilmelding.astra.dk"));
        event.add(new DtStamp(clock.instant()));
        event.add(new LastModified(seat.changedAt()));
        event.add(new Sequence(Math.toIntExact(seat.sequence())));
        event.add(new DtStart<>(at(meeting.startsAt(), meeting)));
        event.add(new DtEnd<>(at(meeting.endsAt(), meeting)));
        event.add(new Summary(seat.title()));
        event.add(new Location(seat.place()));
        event.add(new Description(seat.description()));
        event.add(new Url(uri(seat.link())));
        event.add(status);
        event.add(ImmutableTransp.OPAQUE);
        Organizer organizer = new Organizer(mailbox(meeting.contact().email()));
        organizer.add(new Cn(meeting.contact().role()));
        event.add(organizer);
        Attendee attendee = new Attendee(mailbox(seat.email()));
        attendee.add(new Cn(seat.name()));
        attendee.add(CuType.INDIVIDUAL);
        attendee.add(Role.REQ_PARTICIPANT);
        attendee.add(PartStat.ACCEPTED);
        attendee.add(Rsvp.FALSE);
        event.add(attendee);
        return event;
    }

    private static ZonedDateTime at(LocalDateTime time, MeetingState meeting) {
        return time.atZone(meeting.zone());
    }

    /** The parts of an address are quoted where a URI needs it. */
    private static URI mailbox(String email) {
        try {
            return new URI("mailto", email, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a mailbox");
        }
    }

    private static URI uri(String link) {
        try {
            return new URI(link);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a link");
        }
    }
}
