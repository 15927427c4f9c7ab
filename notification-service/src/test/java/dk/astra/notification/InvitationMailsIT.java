package dk.astra.notification;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static dk.astra.testsupport.RegistrationBuilder.aRegistration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import dk.astra.contracts.meetings.MeetingRescheduled;
import dk.astra.contracts.meetings.MeetingScheduled;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.contracts.registrations.RegistrationState;
import dk.astra.testsupport.Mail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
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

    /** Somebody invited, who answered {@code reply} where it is not NONE. @return the address */
    private String invited(String name, Reply reply) {
        String id = UUID.randomUUID().toString();
        String email = CONTACTS.add(id, name, "da");
        publish(new InvitationSent(invitation(id, 1, Reply.NONE)));
        awaitMails(email, 1);
        if (reply != Reply.NONE) {
            publish(new InvitationAnswered(invitation(id, 2, reply)));
            await().atMost(Duration.ofSeconds(30)).until(() -> version(id) == 2);
        }
        return email;
    }

    private long version(String id) {
        Document known = mongo.getCollection("registrations")
                .find(new Document("_id", id))
                .first();
        return known == null ? 0 : known.get("version", Number.class).longValue();
    }

    private List<String> subjects(String email) {
        return mailbox.mails(email).stream().map(Mail::subject).toList();
    }

    /** Yes hears as a participant, no hears nothing. */
    @Test
    void tellsOnlyTheUndecidedThatTheMeetingIsMoved() {
        MeetingState meeting = aMeeting().withId(meetingId).build();
        publish(new MeetingScheduled(meeting));
        String silent = invited("Åse Øst", Reply.NONE);
        String notYet = invited("Bo Vest", Reply.NOT_YET);
        String said = invited("Ida Syd", Reply.NO);
        String comes = invited("Per Nord", Reply.YES);

        publish(new MeetingRescheduled(
                aMeeting()
                        .withId(meetingId)
                        .withVersion(2)
                        .startingAt(meeting.startsAt().plusDays(7))
                        .build(),
                meeting.startsAt(),
                meeting.endsAt()));

        assertThat(awaitMails(silent, 2).get(1).text())
                .contains("Vi har flyttet Temadag om energi", "Ændret: tidspunkt.", "Svar senest", "token-");
        assertThat(awaitMails(notYet, 2).get(1).subject()).startsWith("Nyt tidspunkt eller sted: Temadag om energi ");

        publish(new MeetingCancelled(
                aMeeting().withId(meetingId).withVersion(3).cancelled().build()));

        assertThat(awaitMails(silent, 3).get(2).subject()).startsWith("Aflyst: Temadag om energi ");
        assertThat(awaitMails(notYet, 3).get(2).text())
                .contains("Du behøver ikke svare")
                .doesNotContain("Svar senest");
        assertThat(subjects(said)).hasSize(1);
        assertThat(subjects(comes)).as("told by the registration").hasSize(1);
    }

    /** The office registered somebody who never answered: one mail about the new date is enough. */
    @Test
    void writesOnceToWhoeverIsInvitedAndRegistered() {
        MeetingState meeting = aMeeting().withId(meetingId).build();
        publish(new MeetingScheduled(meeting));
        String asInvited = CONTACTS.add(invitationId, "Åse Øst", "da");
        publish(new InvitationSent(invitation(1, Reply.NONE)));
        awaitMails(asInvited, 1);
        RegistrationState registration = aRegistration()
                .forMeeting(meetingId)
                .ofPerson("person-of-" + invitationId)
                .build();
        String asRegistered = confirmed(meeting, registration);
        String control = invited("Bo Vest", Reply.NONE);

        publish(new MeetingRescheduled(
                aMeeting()
                        .withId(meetingId)
                        .withVersion(2)
                        .startingAt(meeting.startsAt().plusDays(7))
                        .build(),
                meeting.startsAt(),
                meeting.endsAt()));

        awaitMails(asRegistered, 2);
        awaitMails(control, 2);
        assertThat(subjects(asInvited)).hasSize(1);
    }

    @Test
    void writesToNobodyAboutACancelledMeeting() {
        publish(new MeetingCancelled(
                aMeeting().withId(meetingId).withVersion(2).cancelled().build()));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> mongo.getCollection("meetings")
                                .find(new Document("_id", meetingId).append("announced", 2L))
                                .first()
                        != null);
        String email = CONTACTS.add(invitationId, "Åse Øst", "da");

        publish(new InvitationSent(invitation(1, Reply.NONE)));

        awaitState(invitationId, "WITHDRAWN");
        assertThat(mailbox.mails(email)).isEmpty();
    }
}
