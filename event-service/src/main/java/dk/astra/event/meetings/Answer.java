package dk.astra.event.meetings;

/**
 * What a command led to.
 *
 * @param meeting as it is now
 * @param repeated true where the same was carried out before, and nothing was changed now
 */
public record Answer(Meeting meeting, boolean repeated) {}
