package dk.astra.registration.meetings.messaging;

import dk.astra.contracts.meetings.MeetingCancelled;
import dk.astra.contracts.meetings.MeetingChanged;
import dk.astra.contracts.meetings.MeetingFact;
import dk.astra.contracts.meetings.MeetingHeld;
import dk.astra.contracts.meetings.MeetingRescheduled;
import dk.astra.contracts.meetings.MeetingScheduled;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.contracts.meetings.Promotion;
import dk.astra.messaging.Effect;
import dk.astra.messaging.FactHeaders;
import dk.astra.messaging.MessageDispatcher;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.OfferRules;
import dk.astra.registration.meetings.Questionnaire;
import dk.astra.registration.registration.FollowMeeting;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Binds the stream {@code meetings}. */
@Configuration(proxyBeanMethods = false)
class MeetingsStream {

    @Bean
    Consumer<Message<byte[]>> followMeetings(MessageDispatcher dispatcher, FollowMeeting meetings) {
        return dispatcher
                .forFunction("followMeetings")
                .on(MeetingScheduled.class, (fact, headers) -> follow(fact, headers, meetings))
                .on(MeetingChanged.class, (fact, headers) -> follow(fact, headers, meetings))
                .on(MeetingRescheduled.class, (fact, headers) -> follow(fact, headers, meetings))
                .on(MeetingCancelled.class, (fact, headers) -> follow(fact, headers, meetings))
                .on(MeetingHeld.class, (fact, headers) -> follow(fact, headers, meetings))
                .build();
    }

    private static Effect follow(MeetingFact fact, FactHeaders headers, FollowMeeting meetings) {
        return meetings.follow(known(fact.meeting(), headers.sequence()), headers.time())
                ? Effect.APPLIED
                : Effect.REPEATED;
    }

    private static KnownMeeting known(MeetingState meeting, long sequence) {
        return new KnownMeeting(
                meeting.meetingId(),
                sequence,
                KnownMeeting.Status.valueOf(meeting.status().name()),
                meeting.capacity(),
                meeting.capacity(),
                meeting.capacity(),
                null,
                null,
                instant(meeting, meeting.registrationOpensAt()),
                instant(meeting, meeting.registrationClosesAt()),
                instant(meeting, meeting.cancellationDeadline()),
                meeting.startInstant(),
                meeting.endInstant(),
                meeting.twins(),
                Questionnaire.of(meeting.questions(), meeting.asksNeeds()),
                OfferRules.of(
                        meeting.promotion() == Promotion.OFFER,
                        meeting.offerHours(),
                        Boolean.TRUE.equals(meeting.confirmsEmail())),
                meeting.side(),
                meeting.quorum(),
                meeting.byInvitation());
    }

    private static Instant instant(MeetingState meeting, LocalDateTime local) {
        return local.atZone(meeting.zone()).toInstant();
    }
}
