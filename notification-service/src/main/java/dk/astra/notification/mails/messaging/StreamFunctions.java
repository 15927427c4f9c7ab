package dk.astra.notification.mails.messaging;

import dk.astra.contracts.Streams;
import dk.astra.contracts.invitations.InvitationAnswered;
import dk.astra.contracts.invitations.InvitationReminded;
import dk.astra.contracts.invitations.InvitationSent;
import dk.astra.contracts.invitations.InvitationWithdrawn;
import dk.astra.contracts.meetings.MeetingCancelled;
import dk.astra.contracts.meetings.MeetingChanged;
import dk.astra.contracts.meetings.MeetingHeld;
import dk.astra.contracts.meetings.MeetingRescheduled;
import dk.astra.contracts.meetings.MeetingScheduled;
import dk.astra.contracts.registrations.AttendanceRecorded;
import dk.astra.contracts.registrations.GroupLapsed;
import dk.astra.contracts.registrations.GroupNamingDue;
import dk.astra.contracts.registrations.GroupSignedUp;
import dk.astra.contracts.registrations.RegistrationCancelled;
import dk.astra.contracts.registrations.RegistrationChanged;
import dk.astra.contracts.registrations.RegistrationCreated;
import dk.astra.contracts.registrations.RegistrationErased;
import dk.astra.contracts.registrations.RegistrationLinkRequested;
import dk.astra.contracts.registrations.RegistrationMoved;
import dk.astra.contracts.registrations.RegistrationNamed;
import dk.astra.contracts.registrations.RegistrationOffered;
import dk.astra.contracts.registrations.RegistrationPromoted;
import dk.astra.contracts.registrations.RegistrationTransferred;
import dk.astra.messaging.MessageDispatcher;
import dk.astra.messaging.Outbox;
import dk.astra.messaging.Outboxes;
import dk.astra.messaging.Poll;
import dk.astra.notification.mails.AnnounceGroup;
import dk.astra.notification.mails.AnnounceInvitation;
import dk.astra.notification.mails.AnnounceMeeting;
import dk.astra.notification.mails.AnnounceRegistration;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class StreamFunctions {

    @Bean
    Consumer<Message<byte[]>> followMeetings(MessageDispatcher dispatcher, AnnounceMeeting announce) {
        return dispatcher
                .forFunction("followMeetings")
                .on(MeetingScheduled.class, (fact, headers) -> announce.learned(fact.meeting(), headers.time()))
                .on(
                        MeetingChanged.class,
                        (fact, headers) ->
                                announce.changed(fact.meeting(), fact.changed(), headers.id(), headers.time()))
                .on(
                        MeetingRescheduled.class,
                        (fact, headers) -> announce.rescheduled(fact.meeting(), headers.id(), headers.time()))
                .on(
                        MeetingCancelled.class,
                        (fact, headers) -> announce.cancelled(fact.meeting(), headers.id(), headers.time()))
                .on(MeetingHeld.class, (fact, headers) -> announce.learned(fact.meeting(), headers.time()))
                .build();
    }

    @Bean
    Consumer<Poll> followRegistrations(
            MessageDispatcher dispatcher, AnnounceRegistration announce, AnnounceGroup groups) {
        return dispatcher
                .forBatches("followRegistrations", announce::announce)
                .on(RegistrationCreated.class, (fact, headers) -> announce.created(fact.registration(), headers))
                .on(RegistrationPromoted.class, (fact, headers) -> announce.promoted(fact.registration(), headers))
                .on(
                        RegistrationCancelled.class,
                        (fact, headers) -> announce.cancelled(
                                fact.registration(), fact.by(), fact.previous(), fact.reason(), headers))
                .on(RegistrationOffered.class, (fact, headers) -> announce.offered(fact.registration(), headers))
                .on(RegistrationChanged.class, (fact, headers) -> announce.changed(fact.registration()))
                .on(AttendanceRecorded.class, (fact, headers) -> announce.changed(fact.registration()))
                .on(
                        RegistrationLinkRequested.class,
                        (fact, headers) -> announce.linkRequested(fact.registration(), headers))
                .on(RegistrationMoved.class, (fact, headers) -> announce.changed(fact.registration()))
                .on(
                        RegistrationTransferred.class,
                        (fact, headers) -> announce.transferred(fact.registration(), fact.previousPersonId(), headers))
                .on(RegistrationNamed.class, (fact, headers) -> announce.named(fact.registration(), headers))
                .on(GroupSignedUp.class, (fact, headers) -> groups.signedUp(fact.group(), headers))
                .on(GroupNamingDue.class, (fact, headers) -> groups.namingDue(fact.group(), headers))
                .on(GroupLapsed.class, (fact, headers) -> groups.lapsed(fact.group(), headers))
                .on(RegistrationErased.class, (fact, headers) -> announce.erased(fact.registration()))
                .build();
    }

    @Bean
    Consumer<Message<byte[]>> followInvitations(MessageDispatcher dispatcher, AnnounceInvitation announce) {
        return dispatcher
                .forFunction("followInvitations")
                .on(InvitationSent.class, (fact, headers) -> announce.sent(fact.invitation(), headers))
                .on(InvitationReminded.class, (fact, headers) -> announce.reminded(fact.invitation(), headers))
                .on(InvitationAnswered.class, (fact, headers) -> announce.answered(fact.invitation()))
                .on(InvitationWithdrawn.class, (fact, headers) -> announce.withdrawn(fact.invitation()))
                .build();
    }

    @Bean
    Outbox deliveriesOutbox(Outboxes outboxes) {
        return outboxes.outbox("mails", Streams.DELIVERIES);
    }
}
