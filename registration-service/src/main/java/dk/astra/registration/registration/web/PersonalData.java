package dk.astra.registration.registration.web;

import dk.astra.registration.invitations.web.InvitationViews;
import dk.astra.registration.registration.Registrations;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** All that is stored of one person (GDPR 15 and 20). */
@Component
public class PersonalData {

    /** Everything that is stored of a person, at every meeting. */
    public record MyDataView(
            Instant askedAt,
            String personId,
            List<Views.ParticipantView> registrations,
            List<InvitationViews.InvitationView> invitations) {}

    private final Registrations registrations;
    private final ParticipantLists lists;
    private final InvitationViews invitations;
    private final Clock clock;

    PersonalData(Registrations registrations, ParticipantLists lists, InvitationViews invitations, Clock clock) {
        this.registrations = registrations;
        this.lists = lists;
        this.invitations = invitations;
        this.clock = clock;
    }

    public MyDataView of(String personId) {
        return new MyDataView(
                clock.instant(),
                personId,
                registrations.findByPerson(personId).stream().map(lists::view).toList(),
                invitations.ofPerson(personId));
    }
}
