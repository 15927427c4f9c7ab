package dk.astra.notification.mails;

import dk.astra.contracts.deliveries.MailKind;
import dk.astra.contracts.registrations.GroupState;
import dk.astra.contracts.registrations.RegistrationState;
import dk.astra.contracts.registrations.RegistrationStatus;
import dk.astra.messaging.FactHeaders;
import dk.astra.notification.registrations.KnownRegistration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells a leader of the group and of its places without a person. Such mails name the group instead of a registration;
 * they put nothing into a calendar, for nobody is known to come.
 */
@Component
public class AnnounceGroup {

    private static final String NO_CALENDAR_ENTRY = "";

    /** From now on its leader hears of changes of the meeting. */
    public RegistrationNews signedUp(GroupState group, FactHeaders fact) {
        return news(MailKind.GROUP_SIGNED_UP, group, RegistrationStatus.CONFIRMED, fact);
    }

    public RegistrationNews namingDue(GroupState group, FactHeaders fact) {
        return news(MailKind.GROUP_NAMING_DUE, group, RegistrationStatus.CONFIRMED, fact);
    }

    /** One mail, whatever number of places. */
    public RegistrationNews seated(GroupState group, FactHeaders fact) {
        return news(MailKind.GROUP_SEATED, group, RegistrationStatus.CONFIRMED, fact);
    }

    public RegistrationNews lapsed(GroupState group, FactHeaders fact) {
        return news(MailKind.GROUP_LAPSED, group, RegistrationStatus.CANCELLED, fact);
    }

    private static RegistrationNews news(MailKind kind, GroupState group, RegistrationStatus status, FactHeaders fact) {
        KnownRegistration known = new KnownRegistration(
                group.groupId(), group.meetingId(), group.personId(), status, group.version(), NO_CALENDAR_ENTRY);
        return new RegistrationNews(known, List.of(cause(kind, group.groupId(), group.version(), known, fact)), false);
    }

    /** News of a place without a person that its leader need not hear. */
    static RegistrationNews silent(RegistrationState place) {
        return new RegistrationNews(known(place), List.of(), false);
    }

    static RegistrationNews place(MailKind kind, RegistrationState place, FactHeaders fact) {
        KnownRegistration known = known(place);
        String groupId = Objects.requireNonNull(place.unnamedPlaceOf());
        return new RegistrationNews(known, List.of(cause(kind, groupId, place.version(), known, fact)), false);
    }

    /** Not live here: a change of the meeting is told to the leader once, not for each place. */
    static KnownRegistration known(RegistrationState place) {
        return new KnownRegistration(
                place.registrationId(),
                place.meetingId(),
                place.personId(),
                RegistrationStatus.CANCELLED,
                place.version(),
                NO_CALENDAR_ENTRY);
    }

    private static Cause cause(MailKind kind, String groupId, long version, KnownRegistration known, FactHeaders fact) {
        return new Cause(
                kind,
                fact.id(),
                groupId,
                version,
                known.personId(),
                known.meetingId(),
                false,
                Set.of(),
                NO_CALENDAR_ENTRY,
                fact.traceparent());
    }
}
