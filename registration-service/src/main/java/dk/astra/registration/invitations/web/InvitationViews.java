package dk.astra.registration.invitations.web;

import dk.astra.registration.invitations.Answer;
import dk.astra.registration.invitations.Invitation;
import dk.astra.registration.invitations.Invitations;
import dk.astra.registration.invitations.Invitee;
import dk.astra.registration.invitations.Standings;
import dk.astra.registration.invitations.Standings.Standing;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Invitations as organisers, and the invited people themselves, may see them. */
@Component
public class InvitationViews {

    /**
     * An invitation; name, address and note are null once taken back or erased.
     *
     * @param answer what counts: a live registration is a yes, a yes that was cancelled since is a no
     * @param registrationStatus CONFIRMED, OFFERED or WAITLISTED of the live registration
     */
    public record InvitationView(
            String invitationId,
            String meetingId,
            String personId,
            @Nullable String name,
            @Nullable String email,
            @Nullable String title,
            @Nullable String institutionName,
            @Nullable String language,
            Answer answer,
            @Nullable String note,
            Instant invitedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant remindedAt,
            int reminders,
            @Nullable String registrationId,
            @Nullable Status registrationStatus,
            boolean withdrawn) {}

    private final Invitations invitations;
    private final Standings standings;

    InvitationViews(Invitations invitations, Standings standings) {
        this.invitations = invitations;
        this.standings = standings;
    }

    /** All that is stored of a person's invitations. */
    public List<InvitationView> ofPerson(String personId) {
        return invitations.findByPerson(personId).stream().map(this::view).toList();
    }

    InvitationView view(Invitation invitation) {
        return view(standings.of(invitation));
    }

    InvitationView view(Standing standing) {
        Invitation invitation = standing.invitation();
        Invitee invitee = invitation.invitee();
        Registration registration = standing.registration();
        return new InvitationView(
                invitation.id(),
                invitation.meetingId(),
                invitation.personId(),
                invitee == null ? null : invitee.name(),
                invitee == null ? null : invitee.email(),
                invitee == null ? null : invitee.title(),
                invitee == null ? null : invitee.institutionName(),
                invitee == null ? null : invitee.language(),
                standing.answer(),
                invitation.note(),
                invitation.invitedAt(),
                invitation.answeredAt(),
                invitation.remindedAt(),
                invitation.reminders(),
                registration == null ? null : registration.id(),
                registration == null ? null : registration.status(),
                invitation.isWithdrawn());
    }
}
