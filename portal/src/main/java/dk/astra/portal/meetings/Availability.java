package dk.astra.portal.meetings;

/** How full a meeting is, as registration-service knows it. */
public record Availability(String meetingId, Integer capacity, Integer confirmed, Integer waiting, Integer seatsLeft) {}
