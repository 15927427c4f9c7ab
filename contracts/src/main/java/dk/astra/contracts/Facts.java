package dk.astra.contracts;

import dk.astra.contracts.deliveries.MailDeferred;
import dk.astra.contracts.deliveries.MailFailed;
import dk.astra.contracts.deliveries.MailSent;
import dk.astra.contracts.evidence.EvidenceRecorded;
import dk.astra.contracts.evidence.EvidenceWithdrawn;
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
import java.util.List;
import java.util.Map;

/** Every fact that is published, by stream. */
public final class Facts {

    public static final Map<String, List<Class<? extends Fact>>> BY_STREAM = Map.of(
            Streams.MEETINGS,
            List.of(
                    MeetingScheduled.class,
                    MeetingChanged.class,
                    MeetingRescheduled.class,
                    MeetingCancelled.class,
                    MeetingHeld.class),
            Streams.REGISTRATIONS,
            List.of(
                    RegistrationCreated.class,
                    RegistrationPromoted.class,
                    RegistrationChanged.class,
                    RegistrationCancelled.class,
                    AttendanceRecorded.class,
                    RegistrationErased.class,
                    RegistrationLinkRequested.class,
                    RegistrationMoved.class,
                    RegistrationTransferred.class,
                    RegistrationOffered.class,
                    RegistrationNamed.class,
                    GroupSignedUp.class,
                    GroupNamingDue.class,
                    GroupLapsed.class),
            Streams.DELIVERIES,
            List.of(MailSent.class, MailDeferred.class, MailFailed.class),
            Streams.EVIDENCE,
            List.of(EvidenceRecorded.class, EvidenceWithdrawn.class),
            Streams.INVITATIONS,
            List.of(
                    InvitationSent.class,
                    InvitationReminded.class,
                    InvitationAnswered.class,
                    InvitationWithdrawn.class));

    private Facts() {}
}
