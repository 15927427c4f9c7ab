package dk.astra.reporting.meetings.messaging;

import dk.astra.contracts.meetings.MeetingCancelled;
import dk.astra.contracts.meetings.MeetingChanged;
import dk.astra.contracts.meetings.MeetingHeld;
import dk.astra.contracts.meetings.MeetingRescheduled;
import dk.astra.contracts.meetings.MeetingScheduled;
import dk.astra.messaging.MessageDispatcher;
import dk.astra.reporting.meetings.FollowMeetings;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class MeetingStream {

    @Bean
    Consumer<Message<byte[]>> followMeetings(MessageDispatcher dispatcher, FollowMeetings follow) {
        return dispatcher
                .forFunction("followMeetings")
                .on(MeetingScheduled.class, (fact, headers) -> follow.changeStatus(fact.meeting(), headers))
                .on(MeetingChanged.class, (fact, headers) -> follow.change(fact.meeting(), headers))
                .on(MeetingRescheduled.class, (fact, headers) -> follow.change(fact.meeting(), headers))
                .on(MeetingCancelled.class, (fact, headers) -> follow.changeStatus(fact.meeting(), headers))
                .on(MeetingHeld.class, (fact, headers) -> follow.changeStatus(fact.meeting(), headers))
                .build();
    }
}
