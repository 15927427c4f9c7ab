package dk.astra.contracts.meetings;

import dk.astra.contracts.Fact;

/** A fact about a meeting; each carries the full state, so that any one of them is a sufficient start. */
public sealed interface MeetingFact extends Fact
        permits MeetingScheduled, MeetingChanged, MeetingRescheduled, MeetingCancelled, MeetingHeld {

    MeetingState meeting();
}
