package dk.astra.registration.invitations;

import dk.astra.contracts.registrations.Channel;
import dk.astra.registration.registration.Application;
import dk.astra.registration.registration.CancelRegistration;
import dk.astra.registration.registration.Contact;
import dk.astra.registration.registration.ErasePerson;
import dk.astra.registration.registration.Receipt;
import dk.astra.registration.registration.Register;
import dk.astra.registration.registration.Registration;
import dk.astra.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the registration follow the answer. Doing it again changes nothing: the person's key decides (P2). */
@Component
class SettleAnswers {

    /** Tells in reports who came by an invitation; the channel is the web page that the link opened. */
    static final String CAMPAIGN = "invitation";

    private static final Logger log = LoggerFactory.getLogger(SettleAnswers.class);
    private static final int AT_A_TIME = 100;

    private final Invitations invitations;
    private final Standings standings;
    private final Register register;
    private final CancelRegistration cancellation;
    private final ErasePerson erasure;
    private final InvitationFacts facts;
    private final Clock clock;

    SettleAnswers(
            Invitations invitations,
            Standings standings,
            Register register,
            CancelRegistration cancellation,
            ErasePerson erasure,
            InvitationFacts facts,
            Clock clock) {
        this.invitations = invitations;
        this.standings = standings;
        this.register = register;
        this.cancellation = cancellation;
        this.erasure = erasure;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Where the person changed the answer meanwhile, the newest one is followed, also where that was done before: what
     * was done here may have come after it.
     *
     * @throws Refusal when the registration could not follow; the answer is then what it was in truth
     */
    Invitation settle(Invitation written) {
        Invitation read = written;
        while (true) {
            Optional<Registration> entered = follow(read);
            Optional<Invitation> done = invitations.change(read, copy -> copy.settling = null, null);
            if (done.isPresent()) {
                return done.get();
            }
            Answer followed = read.answer();
            read = invitations.find(read.id()).orElseThrow(InvitationUnknown::new);
            if (read.invitee() == null) {
                // the person was erased meanwhile: what came after that goes too
                entered.map(Registration::personId).ifPresent(erasure::erase);
                return read;
            }
            if (!read.isSettling() && read.answer() == followed) {
                return read;
            }
        }
    }

    /** @return the registration where one was written */
    private Optional<Registration> follow(Invitation invitation) {
        Invitee invitee = invitation.invitee();
        if (invitee == null) {
            return Optional.empty();
        }
        try {
            if (invitation.answer() == Answer.YES) {
                Receipt receipt = register.registerInvited(application(invitation, invitee), saidAt(invitation));
                return receipt.first() ? Optional.of(receipt.registration()) : Optional.empty();
            }
            standings.registration(invitation).ifPresent(cancellation::byParticipant);
            return Optional.empty();
        } catch (Refusal refusal) {
            if (!isPassing(refusal)) {
                boolean registered = standings.registration(invitation).isPresent();
                invitations
                        .change(invitation, copy -> copy.correct(registered), facts::answered)
                        .ifPresent(facts::relay);
                log.info("invitation {}: {}", invitation.id(), refusal.name());
            }
            throw refusal;
        }
    }

    /** Too much at once is no verdict: the sweep tries again. */
    private static boolean isPassing(Refusal refusal) {
        return refusal.status().is5xxServerError() || refusal.status() == HttpStatus.TOO_MANY_REQUESTS;
    }

    private Instant saidAt(Invitation invitation) {
        Instant said = invitation.answeredAt();
        return said == null ? clock.instant() : said;
    }

    private static Application application(Invitation invitation, Invitee invitee) {
        Contact contact = new Contact(
                invitee.name(),
                invitee.email(),
                invitee.title(),
                invitee.institutionName(),
                invitee.language(),
                Map.of(),
                null);
        return new Application(
                invitation.meetingId(), contact, null, null, null, null, Channel.WEB, CAMPAIGN, null, null);
    }

    /** What a crash interrupted. */
    @Scheduled(fixedDelayString = "${tilmelding.sweep:10s}", initialDelayString = "${tilmelding.sweep:10s}")
    void sweep() {
        try {
            invitations.settling(AT_A_TIME).forEach(this::finish);
        } catch (RuntimeException e) {
            log.warn("answers to invitations will be followed later: {}", e.toString());
        }
    }

    private void finish(Invitation invitation) {
        try {
            settle(invitation);
        } catch (Refusal refusal) {
            log.info("invitation {} could not be followed: {}", invitation.id(), refusal.name());
        } catch (RuntimeException e) {
            // one that cannot be followed does not stop the others
            log.warn("invitation {} will be followed later: {}", invitation.id(), e.toString());
        }
    }
}
