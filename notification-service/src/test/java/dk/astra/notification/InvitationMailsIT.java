package dk.astra.notification;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.contracts.Fact;
import dk.astra.contracts.Streams;
import dk.astra.contracts.deliveries.MailKind;
import dk.astra.contracts.invitations.InvitationAnswered;
import dk.astra.contracts.invitations.InvitationFact;
import dk.astra.contracts.invitations.InvitationReminded;
import dk.astra.contracts.invitations.InvitationSent;
import dk.astra.contracts.invitations.InvitationState;
import dk.astra.contracts.invitations.Reply;
import dk.astra.contracts.meetings.MeetingCancelled;
import dk.astra.contracts.meetings.MeetingScheduled;
import dk.astra.testsupport.Mail;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Mails to invited people: the invitation, and reminders to those who are silent. */
class InvitationMailsIT extends ServiceTest {

    private final String meetingId = UUID.randomUUID().toString();
    private final String invitationId = UUID.randomUUID().toString();

    private InvitationState invitation(long version, Reply reply) {
        return invitation(invitationId, version, reply);
    }

    private InvitationState invitation(String id, long version, Reply reply) {
        return new InvitationState(
                id,
                meetingId,
                "person-of-" + id,
                version,
                reply,
                Instant.parse("2026-11-22T12:00:00Z"),
                0,
                reply == Reply.NONE ? null : Instant.parse("2026-11-23T12:00:00Z"));
    }

    private static String publish(InvitationFact fact) {
        InvitationState state = fact.invitation();
        return streams()
                .publishFact(
                        Streams.INVITATIONS, state.invitationId(), Fact.typeOf(fact.getClass()), state.version(), fact);
    }

    @Test
    void invitesWithTheFactsTheDeadlineAndTheLink() {
        publish(new MeetingScheduled(aMeeting().withId(meetingId).build()));
        String email = CONTACTS.add(invitationId, "Åse Øst", "da");

        publish(new InvitationSent(invitation(1, Reply.NONE)));

        Mail mail = awaitMails(email, 1).getFirst();
        assertThat(mail.subject()).startsWith("Invitation: Temadag om energi ");
        assertThat(mail.text()).contains("Kære Åse Øst", "Svar senest", "Huset ved åen", "token-" + invitationId);
        assertThat(awaitState(invitationId, "SENT").path("kind").asString()).isEqualTo(MailKind.INVITATION.name());

        publish(new InvitationReminded(invitation(2, Reply.NONE)));
        assertThat(awaitMails(email, 2).get(1).subject()).startsWith("Kommer du? Temadag om energi ");
    }

    /** The meeting is not known yet, so mails wait; the control, who has not answered, gets them when it is. */
    @Test
    void takesBackTheReminderOfOneWhoHasAnsweredMeanwhile() {
        String silent = UUID.randomUUID().toString();
        String answered = CONTACTS.add(invitationId, "Åse Øst", "da");
        String control = CONTACTS.add(silent, "Bo Vest", "da");
        publish(new InvitationReminded(invitation(2, Reply.NONE)));
        publish(new InvitationReminded(invitation(silent, 2, Reply.NONE)));
        awaitState(silent, "QUEUED");
        awaitState(invitationId, "QUEUED");

        publish(new InvitationAnswered(invitation(3, Reply.NO)));
        assertThat(awaitState(invitationId, "WITHDRAWN").path("reason").asString())
                .isEqualTo("OVERTAKEN");

        publish(new MeetingScheduled(aMeeting().withId(meetingId).build()));
        awaitMails(control, 1);
        assertThat(mailbox.mails(answered)).isEmpty();
    }

    @Test
    void writesToNobodyAboutACancelledMeeting() {
        publish(new MeetingCancelled(
                aMeeting().withId(meetingId).withVersion(2).cancelled().build()));
        String email = CONTACTS.add(invitationId, "Åse Øst", "da");

        publish(new InvitationSent(invitation(1, Reply.NONE)));

        awaitState(invitationId, "WITHDRAWN");
        assertThat(mailbox.mails(email)).isEmpty();
    }
}
