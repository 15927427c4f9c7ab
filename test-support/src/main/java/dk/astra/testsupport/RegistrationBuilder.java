package dk.astra.testsupport;

import dk.astra.contracts.Side;
import dk.astra.contracts.registrations.Channel;
import dk.astra.contracts.registrations.RegistrationState;
import dk.astra.contracts.registrations.RegistrationStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A registration as the {@code registrations} stream tells it: confirmed on seat 1; change what matters. */
public final class RegistrationBuilder {

    private String registrationId = UUID.randomUUID().toString();
    private String meetingId = UUID.randomUUID().toString();
    private String personId = UUID.randomUUID().toString();
    private long version = 1;
    private RegistrationStatus status = RegistrationStatus.CONFIRMED;
    private @Nullable Integer seat = 1;
    private @Nullable Long waitingNumber;
    private Instant registeredAt = Instant.parse("2026-11-22T09:00:00Z");
    private Channel channel = Channel.WEB;
    private @Nullable String institutionNumber = "280001";
    private @Nullable String municipalityCode = "0340";
    private @Nullable Side side = Side.EAST;
    private @Nullable String role = "TEACHER";
    private @Nullable String campaign;
    private @Nullable String calendarEntry;
    private @Nullable Instant offeredUntil;
    private @Nullable String eitherOf;
    private @Nullable String unnamedPlaceOf;
    private @Nullable String togetherWith;
    private @Nullable Boolean unanswered;

    /** Starts a registration with valid defaults. */
    public static RegistrationBuilder aRegistration() {
        return new RegistrationBuilder();
    }

    public RegistrationBuilder withId(String id) {
        registrationId = id;
        return this;
    }

    public RegistrationBuilder forMeeting(String id) {
        meetingId = id;
        return this;
    }

    public RegistrationBuilder ofPerson(String id) {
        personId = id;
        return this;
    }

    public RegistrationBuilder withVersion(long number) {
        version = number;
        return this;
    }

    public RegistrationBuilder onSeat(int number) {
        status = RegistrationStatus.CONFIRMED;
        seat = number;
        return this;
    }

    public RegistrationBuilder waitlisted(long number) {
        status = RegistrationStatus.WAITLISTED;
        seat = null;
        waitingNumber = number;
        return this;
    }

    public RegistrationBuilder cancelled() {
        status = RegistrationStatus.CANCELLED;
        seat = null;
        return this;
    }

    public RegistrationBuilder by(Channel value) {
        channel = value;
        return this;
    }

    public RegistrationBuilder registeredAt(Instant time) {
        registeredAt = time;
        return this;
    }

    public RegistrationBuilder fromInstitution(@Nullable String number) {
        institutionNumber = number;
        return this;
    }

    public RegistrationBuilder fromMunicipality(@Nullable String code, @Nullable Side value) {
        municipalityCode = code;
        side = value;
        return this;
    }

    public RegistrationBuilder as(@Nullable String value) {
        role = value;
        return this;
    }

    public RegistrationBuilder through(String code) {
        campaign = code;
        return this;
    }

    /** It came from the twin meeting, with the calendar entry of the registration there. */
    public RegistrationBuilder keepingCalendarEntryOf(String otherRegistrationId) {
        calendarEntry = otherRegistrationId;
        return this;
    }

    /** In line, with a seat kept until then. */
    public RegistrationBuilder offeredUntil(@Nullable Instant time) {
        offeredUntil = time;
        return this;
    }

    /** The person waits at the twin meeting too. */
    public RegistrationBuilder eitherOf(String otherRegistrationId) {
        eitherOf = otherRegistrationId;
        return this;
    }

    /** Nobody is named for it yet: the person is the group's leader. */
    public RegistrationBuilder withoutPersonIn(String groupId) {
        unnamedPlaceOf = groupId;
        return this;
    }

    /** It waits, or got its seat, together with this group. */
    public RegistrationBuilder togetherWith(String groupId) {
        togetherWith = groupId;
        return this;
    }

    /** The meeting has questions that the person was not asked yet. */
    public RegistrationBuilder unanswered() {
        unanswered = true;
        return this;
    }

    public RegistrationState build() {
        return new RegistrationState(
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
                offeredUntil,
                eitherOf,
                unnamedPlaceOf,
                togetherWith,
                unanswered);
    }
}
