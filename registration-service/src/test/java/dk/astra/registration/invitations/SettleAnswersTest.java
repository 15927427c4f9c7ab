package dk.astra.registration.invitations;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dk.astra.registration.registration.CancelRegistration;
import dk.astra.registration.registration.ErasePerson;
import dk.astra.registration.registration.Receipt;
import dk.astra.registration.registration.Register;
import dk.astra.registration.registration.Registration;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens between the answer and its registration, where no test with a store can stop the clock. */
class SettleAnswersTest {

    private static final Instant NOW = Instant.parse("2027-03-01T11:00:00Z");

    private final Invitations invitations = mock(Invitations.class);
    private final Register register = mock(Register.class);
    private final ErasePerson erasure = mock(ErasePerson.class);
    private final SettleAnswers settle = new SettleAnswers(
            invitations,
            mock(Standings.class),
            register,
            mock(CancelRegistration.class),
            erasure,
            mock(InvitationFacts.class),
            Clock.systemUTC());

    private static Invitation saidYes(String email) {
        Invitee invitee = new Invitee("Åse Øst", email, null, null, "da");
        Invitation invitation = Invitation.of("m1", "p1", invitee, email, null, NOW);
        invitation.answer(Answer.YES, null, true, NOW);
        return invitation;
    }

    private void registers(boolean first) {
        Registration registration = mock(Registration.class);
        when(registration.personId()).thenReturn("p2");
        when(register.registerInvited(any(), any())).thenReturn(new Receipt(registration, null, !first, first));
    }

    /** The person was forgotten first, so the registration has another id, which the erasure did not know. */
    private void erasedMeanwhile(Invitation invitation) {
        Invitation erased = saidYes("gone");
        erased.erase(NOW);
        when(invitations.change(any(), any(), any())).thenReturn(Optional.empty());
        when(invitations.find(invitation.id())).thenReturn(Optional.of(erased));
    }

    @Test
    void erasesWhatItWroteOfSomebodyWhoWasErasedMeanwhile() {
        Invitation invitation = saidYes("ase@skole.example");
        registers(true);
        erasedMeanwhile(invitation);

        settle.settle(invitation);

        verify(erasure).erase("p2");
    }

    @Test
    void leavesASignUpAloneThatItDidNotWrite() {
        Invitation invitation = saidYes("ase@skole.example");
        registers(false);
        erasedMeanwhile(invitation);

        settle.settle(invitation);

        verify(erasure, never()).erase(any());
    }

    @Test
    void goesOnToTheNextWhereOneCannotBeFollowed() {
        Invitation bad = saidYes("bad@skole.example");
        Invitation good = saidYes("good@skole.example");
        when(invitations.settling(anyInt())).thenReturn(List.of(bad, good));
        Receipt receipt = new Receipt(mock(Registration.class), null, false, true);
        when(register.registerInvited(any(), any())).thenReturn(receipt);
        when(register.registerInvited(
                        argThat(one -> one != null && one.contact().email().startsWith("bad")), any()))
                .thenThrow(new IllegalStateException("of this one"));
        when(invitations.change(any(), any(), any())).thenReturn(Optional.of(good));

        settle.sweep();

        verify(invitations).change(argThat(one -> one == good), any(), any());
        verify(invitations, never()).change(argThat(one -> one == bad), any(), any());
    }
}
