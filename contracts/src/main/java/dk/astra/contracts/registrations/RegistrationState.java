package dk.astra.contracts.registrations;

import dk.astra.contracts.Side;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A registration without its person, as of one version.
 *
 * @param registrationId random UUID
 * @param personId random UUID; the same person keeps it across meetings until erased
 * @param seat 1 to capacity, exactly when CONFIRMED
 * @param waitingNumber arrival number in the meeting's line, kept after promotion; not the place in line
 * @param registeredAt when it was first acknowledged
 * @param institutionNumber six digits; null where the institution was typed as text
 * @param municipalityCode four digits with leading zero
 * @param role what the person is in the field, a code such as {@code RESOURCE_PERSON}
 * @param campaign code of the letter or newsletter that carried the link
 * @param calendarEntry the registration whose calendar entry this one keeps, where the participant moved here from
 *     the twin meeting; null where the entry is its own
 * @param offeredUntil while WAITLISTED: a seat is kept for the person, who can take it until then
 * @param eitherOf the registration of the same person at the twin meeting, whichever gets a seat first
 * @param unnamedPlaceOf the group whose leader took this place and has named nobody for it yet: the leader's {@code
 *     personId} stands in; null for the place of a person
 * @param togetherWith the group with which it waits, or got its seat: all of them get their seats at once
 * @param unanswered true where a leader signed the person up, and the meeting has questions that have to be answered
 */
public record RegistrationState(
        String registrationId,
        String meetingId,
        String personId,
        long version,
        RegistrationStatus status,
        @Nullable Integer seat,
        @Nullable Long waitingNumber,
        Instant registeredAt,
        Channel channel,
        @Nullable String institutionNumber,
        @Nullable String municipalityCode,
        @Nullable Side side,
        @Nullable String role,
        @Nullable String campaign,
        @Nullable String calendarEntry,
        @Nullable Instant offeredUntil,
        @Nullable String eitherOf,
        @Nullable String unnamedPlaceOf,
        @Nullable String togetherWith,
        @Nullable Boolean unanswered) {

    public RegistrationState {
        Objects.requireNonNull(registrationId, "registrationId");
        Objects.requireNonNull(meetingId, "meetingId");
        Objects.requireNonNull(personId, "personId");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(registeredAt, "registeredAt");
        Objects.requireNonNull(channel, "channel");
        if (version < 1) {
            throw new IllegalArgumentException("version starts at 1");
        }
    }

    /** A registration with neither an offer nor a place at the twin meeting. */
    public RegistrationState(
            String registrationId,
            String meetingId,
            String personId,
            long version,
            RegistrationStatus status,
            @Nullable Integer seat,
            @Nullable Long waitingNumber,
            Instant registeredAt,
            Channel channel,
            @Nullable String institutionNumber,
            @Nullable String municipalityCode,
            @Nullable Side side,
            @Nullable String role,
            @Nullable String campaign,
            @Nullable String calendarEntry) {
        this(
                registrationId,
                meetingId,
                personId,
                version,
                status,
                seat,
                waitingNumber,
                registeredAt,
                channel,
                institutionNumber,
                municipalityCode,
                side,
                role,
                campaign,
                calendarEntry,
                null,
                null,
                null,
                null,
                null);
    }
}
