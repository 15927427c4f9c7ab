package dk.astra.reporting.meetings.messaging;

import dk.astra.contracts.meetings.MeetingCancelled;
import dk.astra.contracts.meetings.MeetingChanged;
import dk.astra.contracts.meetings.MeetingHeld;
import dk.astra.contracts.meetings.MeetingRescheduled;
import dk.astra.contracts.meetings.MeetingScheduled;
import dk.astra.messaging.MessageDispatcher;
import dk.astra.messaging.Poll;
import dk.astra.reporting.meetings.LearnMeetings;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MeetingStream {

    @Bean
    Consumer<Poll> followMeetings(MessageDispatcher dispatcher, LearnMeetings learn) {
        return dispatcher
                .forBatches("followMeetings", learn::learn)
                .on(MeetingScheduled.class, (fact, headers) -> learn.statusChanged(fact.meeting(), headers))
                .on(MeetingChanged.class, (fact, headers) -> learn.changed(fact.meeting(), headers))
                .on(MeetingRescheduled.class, (fact, headers) -> learn.changed(fact.meeting(), headers))
                .on(MeetingCancelled.class, (fact, headers) -> learn.statusChanged(fact.meeting(), headers))
                .on(MeetingHeld.class, (fact, headers) -> learn.statusChanged(fact.meeting(), headers))
                .build();
    }
}
