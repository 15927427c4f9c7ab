package dk.astra.registration.registration;

import dk.astra.contracts.Side;
import dk.astra.contracts.registrations.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A place that a leader asks for.
 *
 * @param number in the group's list, from 1
 * @param leader stands in until somebody is named
 * @param person who is to have it; null while nobody is named
 */
public record PlaceWish(
        String groupId,
        int number,
        String meetingId,
        String leaderId,
        Contact leader,
        @Nullable Contact person,
        @Nullable String role,
        @Nullable String institutionNumber,
        @Nullable String municipalityCode,
        @Nullable Side side,
        Channel channel,
        @Nullable String campaign) {}
