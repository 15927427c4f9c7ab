package dk.astra.registration.registration.web;

import dk.astra.registration.invitations.Invitation;
import dk.astra.registration.invitations.Invitations;
import dk.astra.registration.invitations.Invitee;
import dk.astra.registration.people.Keys;
import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whom to write to about invitations; those taken back or erased are missing. */
@Component
class InvitedContacts {

    private final Invitations invitations;
    private final Keys keys;

    InvitedContacts(Invitations invitations, Keys keys) {
        this.invitations = invitations;
        this.keys = keys;
    }

    Stream<Views.ContactView> of(Collection<String> ids) {
        return invitations.findAll(ids).stream()
                .filter(invitation -> !invitation.isWithdrawn())
                .flatMap(this::contact);
    }

    private Stream<Views.ContactView> contact(Invitation invitation) {
        Invitee invitee = invitation.invitee();
        return invitee == null
                ? Stream.empty()
                : Stream.of(new Views.ContactView(
                        invitation.id(),
                        invitation.personId(),
                        invitee.name(),
                        invitee.email(),
                        invitee.language(),
                        keys.absoluteInvitationLink(keys.invitationLink(invitation.id())),
                        false));
    }
}
