package dk.astra.event.meetings.messaging;

import dk.astra.contracts.Streams;
import dk.astra.contracts.meetings.MeetingCancelled;
import dk.astra.contracts.meetings.MeetingChanged;
import dk.astra.contracts.meetings.MeetingFact;
import dk.astra.contracts.meetings.MeetingHeld;
import dk.astra.contracts.meetings.MeetingRescheduled;
import dk.astra.contracts.meetings.MeetingScheduled;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.contracts.meetings.MeetingStatus;
import dk.astra.event.meetings.Change;
import dk.astra.event.meetings.Meeting;
import dk.astra.event.meetings.MeetingContent;
import dk.astra.event.meetings.MeetingFacts;
import dk.astra.event.meetings.MeetingTimes;
import dk.astra.event.meetings.SeatOffers;
import dk.astra.messaging.Outbox;
import dk.astra.messaging.Outboxes;
import dk.astra.messaging.PendingFact;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes the stream {@code meetings}: each fact carries the whole state, its sequence is the meeting's version. */
@Component
class MeetingStream implements MeetingFacts {

    private final Outbox outbox;

    MeetingStream(Outboxes outboxes) {
        this.outbox = outboxes.outbox(Meeting.COLLECTION, Streams.MEETINGS);
    }

    @Override
    public PendingFact of(Meeting meeting, Change change) {
        return outbox.pending(fact(stateOf(meeting), change), meeting.version());
    }

    @Override
    public void relay(String meetingId, List<PendingFact> facts) {
        outbox.relay(meetingId, facts);
    }

    private static MeetingFact fact(MeetingState state, Change change) {
        return switch (change) {
            case Change.Scheduled scheduled -> new MeetingScheduled(state);
            case Change.Amended amended -> new MeetingChanged(state, amended.fields());
            case Change.Rescheduled moved ->
                new MeetingRescheduled(state, moved.previousStartsAt(), moved.previousEndsAt());
            case Change.Cancelled cancelled -> new MeetingCancelled(state);
            case Change.Held held -> new MeetingHeld(state);
        };
    }

    private static MeetingState stateOf(Meeting meeting) {
        MeetingContent content = meeting.content();
        MeetingTimes times = meeting.times();
        SeatOffers offers = content.offers();
        return new MeetingState(
                meeting.id(),
                meeting.version(),
                MeetingStatus.valueOf(meeting.status().name()),
                content.type(),
                content.network(),
                content.format(),
                content.side(),
                meeting.seriesId(),
                meeting.hasIdenticalContent(),
                meeting.twins(),
                content.title(),
                content.description(),
                content.audience(),
                times.startsAt(),
                times.endsAt(),
                times.zone(),
                content.venue(),
                content.programme(),
                content.agendaTags(),
                content.contact(),
                times.registrationOpensAt(),
                times.registrationClosesAt(),
                times.cancellationDeadline(),
                content.capacity(),
                meeting.cancellationReason(),
                meeting.attendance(),
                content.questionnaire().questions(),
                content.questionnaire().asksNeeds(),
                offers == null ? null : offers.promotion(),
                offers == null ? null : offers.offerHours(),
                offers == null ? null : offers.confirmsEmail(),
                content.quorum(),
                content.byInvitation());
    }
}
