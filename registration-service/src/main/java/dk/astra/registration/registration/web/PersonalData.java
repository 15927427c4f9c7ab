package dk.astra.registration.registration.web;

import dk.astra.registration.invitations.web.InvitationViews;
import dk.astra.registration.registration.Contact;
import dk.astra.registration.registration.Leaders;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.Registrations;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that is stored of one person (GDPR 15 and 20). */
@Component
public class PersonalData {

    /** Everything that is stored of a person, at every meeting. */
    public record MyDataView(
            Instant askedAt,
            String personId,
            List<Views.ParticipantView> registrations,
            List<NeedsViews.NeedsView> needs,
            List<LedGroupView> groups,
            List<InvitationViews.InvitationView> invitations) {}

    /** Several people whom the person signed up. */
    public record LedGroupView(
            String groupId,
            String meetingId,
            String name,
            String email,
            @Nullable String title,
            @Nullable String institutionName,
            String language) {}

    private final Registrations registrations;
    private final ParticipantLists lists;
    private final NeedsViews needs;
    private final Leaders leaders;
    private final InvitationViews invitations;
    private final Clock clock;

    PersonalData(
            Registrations registrations,
            ParticipantLists lists,
            NeedsViews needs,
            Leaders leaders,
            InvitationViews invitations,
            Clock clock) {
        this.registrations = registrations;
        this.lists = lists;
        this.needs = needs;
        this.leaders = leaders;
        this.invitations = invitations;
        this.clock = clock;
    }

    public MyDataView of(String personId) {
        List<Registration> all = registrations.findByPerson(personId);
        return new MyDataView(
                clock.instant(),
                personId,
                all.stream().map(lists::view).toList(),
                needs.of(all),
                leaders.findByPerson(personId).stream().map(PersonalData::view).toList(),
                invitations.ofPerson(personId));
    }

    private static LedGroupView view(Leaders.Leader leader) {
        Contact contact = leader.contact();
        return new LedGroupView(
                leader.groupId(),
                leader.meetingId(),
                contact.name(),
                contact.email(),
                contact.title(),
                contact.institutionName(),
                contact.language());
    }
}
