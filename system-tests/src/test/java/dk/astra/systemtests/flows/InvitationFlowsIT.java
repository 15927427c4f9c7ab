package dk.astra.systemtests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.systemtests.MeetingPlan;
import dk.astra.systemtests.Office;
import dk.astra.systemtests.Participant;
import dk.astra.systemtests.Participants;
import dk.astra.systemtests.Stack;
import dk.astra.testsupport.Mail;
import org.junit.jupiter.api.Test;

/** P11: an advisory group is invited: yes, no, not yet, and other minds later. */
class InvitationFlowsIT {

    private final Stack stack = Stack.shared();
    private final Office office = new Office(stack);
    private final Flows flows = new Flows(stack);
    private final Post post = new Post(stack);

    @Test
    void answersAnInvitationAndChangesTheMind() {
        String title = "Følgegruppen mødes";
        flows.each("invitation", guest -> {
            String meeting =
                    office.schedule(MeetingPlan.of(title, 10).byInvitation(2).body());
            Participant participant = Participants.next();
            office.invite(meeting, participant, guest.visit().language());
            Mail invited = post.mail(guest, participant, "invitation");
            String link = invited.linkWith("/invitation/");
            guest.opens(link);
            guest.sees("invitation", "invitation.page");
            guest.presses("invitation.YES");
            guest.reads("invitation.said.YES");
            guest.sees("yes", "invitation.page");
            assertThat(post.mail(guest, participant, "confirmed").calendarMethod())
                    .isEqualTo("REQUEST");
            guest.follows("invitation.registration");
            guest.reads("mine.CONFIRMED");

            guest.opens(link);
            guest.writes("invitation.note", "Jeg er på kursus den dag");
            guest.presses("invitation.NO");
            guest.reads("invitation.said.NO");
            guest.sees("no", "invitation.page");
            assertThat(post.mail(guest, participant, "cancelled-by-participant").calendarMethod())
                    .isEqualTo("CANCEL");
            guest.presses("invitation.NOT_YET");
            guest.reads("invitation.said.NOT_YET");
            guest.sees("not-yet", "invitation.page");
            guest.presses("invitation.YES");
            guest.reads("invitation.said.YES");
            assertThat(guest.downloads("privacy.export")).contains(participant.email());

            guest.follows("privacy.erase");
            guest.sees("erase", "invitation.erase");
            guest.follows("privacy.erase.not");
            guest.reads("invitation.said.YES");
        });
    }

    @Test
    void isToldThatAMeetingIsByInvitationAndThatOneWasTakenBack() {
        String title = "Kun for inviterede";
        flows.each("invitation-over", guest -> {
            String meeting =
                    office.schedule(MeetingPlan.of(title, 10).byInvitation(2).body());
            guest.arrives("/arrangementer/" + meeting);
            guest.reads("meeting.byinvitation");
            guest.doesNotRead("meeting.signup");
            guest.sees("meeting", Words.whole(guest.titled(title)));
            Participant participant = Participants.next();
            String invitation =
                    office.invite(meeting, participant, guest.visit().language());
            String link = post.mail(guest, participant, "invitation").linkWith("/invitation/");
            office.withdraw(invitation);
            guest.opens(link);
            guest.sees("withdrawn", "invitation.withdrawn");
        });
    }
}
