package dk.astra.event.meetings;

/** A meeting as an organiser asks for it. */
public record Proposal(MeetingContent content, WantedTimes times) {}
