package dk.astra.registration.invitations;

import dk.astra.registration.registration.OtherRecords;
import dk.astra.web.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes an invitation back, or erases its person. Repeating it changes nothing. */
@Component
public class WithdrawInvitation implements OtherRecords {

    private static final Logger log = LoggerFactory.getLogger(WithdrawInvitation.class);

    private final Invitations invitations;
    private final Standings standings;
    private final InvitationFacts facts;
    private final Clock clock;

    WithdrawInvitation(Invitations invitations, Standings standings, InvitationFacts facts, Clock clock) {
        this.invitations = invitations;
        this.standings = standings;
        this.facts = facts;
        this.clock = clock;
    }

    /** @throws InvitationAccepted when the person has a registration: that has to be cancelled first */
    public Invitation withdraw(String invitationId) {
        while (true) {
            Invitation read = invitations.find(invitationId).orElseThrow(NotFound::new);
            if (read.isWithdrawn()) {
                return read;
            }
            if (read.isSettling() || standings.registration(read).isPresent()) {
                throw new InvitationAccepted();
            }
            Optional<Invitation> written =
                    invitations.change(read, copy -> copy.withdraw(clock.instant()), facts::withdrawn);
            if (written.isPresent()) {
                log.info("invitation {} taken back", invitationId);
                facts.relay(written.get());
                return written.get();
            }
        }
    }

    @Override
    public void erase(String personId) {
        List<Invitation> left = withPerson(personId);
        while (!left.isEmpty()) {
            left.forEach(invitation -> invitations
                    .change(invitation, copy -> copy.erase(clock.instant()), facts::withdrawn)
                    .ifPresent(facts::relay));
            left = withPerson(personId);
        }
    }

    private List<Invitation> withPerson(String personId) {
        return invitations.findByPerson(personId).stream()
                .filter(invitation -> invitation.invitee() != null)
                .toList();
    }
}
