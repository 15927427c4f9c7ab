package dk.astra.contracts.meetings;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The full public state of a meeting, as of one version.
 *
 * <p>Times are local date-times in {@code zone}, because a meeting is at nine o'clock whatever the law
 * does to summer time; instants are derived by the reader.
 *
 * @param meetingId random UUID
 * @param version rises by one with every change; the same number as the fact's sequence
 * @param seriesId meetings of one series (twins, a course) share it
 * @param identicalContent true where the series' meetings have the same content (East/West twins)
 * @param twins ids of the other meetings of an identical series, as known at this version
 * @param side null for an online or a national meeting without a side
 * @param venue null exactly for an online meeting
 * @param agendaTags what the programme shows, for example {@code ABC} (Naturvidenskabens ABC)
 * @param registrationOpensAt inclusive
 * @param registrationClosesAt exclusive
 * @param cancellationDeadline until when a participant can cancel alone, exclusive
 * @param capacity seats, 1 to 10 000
 * @param cancellationReason present exactly when cancelled
 * @param attendance people present, present exactly when held
 * @param questions the meeting's own, in the order in which they are asked
 * @param asksNeeds what is asked of people's needs
 * @param promotion how a freed seat reaches the first in line; null means DIRECT
 * @param offerHours how long an offered seat is kept, 1 to 168; 48 where it is left out
 * @param confirmsEmail true where a newcomer's seat is kept only when the mail to them is answered
 * @param quorum how many of the invited have to come for the meeting to decide anything, 1 to capacity
 * @param byInvitation true where only who was invited can sign up; null says the same as false
 */
public record MeetingState(
        String meetingId,
        long version,
        MeetingStatus status,
        MeetingType type,
        Network network,
        MeetingFormat format,
        @Nullable Side side,
        @Nullable String seriesId,
        boolean identicalContent,
        List<String> twins,
        LocalizedText title,
        LocalizedText description,
        LocalizedText audience,
        LocalDateTime startsAt,
        LocalDateTime endsAt,
        ZoneId zone,
        @Nullable Venue venue,
        List<ProgrammeItem> programme,
        Set<String> agendaTags,
        Contact contact,
        LocalDateTime registrationOpensAt,
        LocalDateTime registrationClosesAt,
        LocalDateTime cancellationDeadline,
        int capacity,
        @Nullable LocalizedText cancellationReason,
        @Nullable Integer attendance,
        List<Question> questions,
        Set<Need> asksNeeds,
        @Nullable Promotion promotion,
        @Nullable Integer offerHours,
        @Nullable Boolean confirmsEmail,
        @Nullable Integer quorum,
        @Nullable Boolean byInvitation) {

    public MeetingState {
        Objects.requireNonNull(meetingId, "meetingId");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(startsAt, "startsAt");
        Objects.requireNonNull(endsAt, "endsAt");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(registrationOpensAt, "registrationOpensAt");
        Objects.requireNonNull(registrationClosesAt, "registrationClosesAt");
        Objects.requireNonNull(cancellationDeadline, "cancellationDeadline");
        if (version < 1 || capacity < 1) {
            throw new IllegalArgumentException("version and capacity start at 1");
        }
        twins = twins == null ? List.of() : List.copyOf(twins);
        programme = programme == null ? List.of() : List.copyOf(programme);
        agendaTags = agendaTags == null ? Set.of() : Set.copyOf(agendaTags);
        questions = questions == null ? List.of() : List.copyOf(questions);
        asksNeeds = asksNeeds == null ? Set.of() : Set.copyOf(asksNeeds);
    }

    /** A meeting whose line moves as it always did. */
    public MeetingState(
            String meetingId,
            long version,
            MeetingStatus status,
            MeetingType type,
            Network network,
            MeetingFormat format,
            @Nullable Side side,
            @Nullable String seriesId,
            boolean identicalContent,
            List<String> twins,
            LocalizedText title,
            LocalizedText description,
            LocalizedText audience,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            ZoneId zone,
            @Nullable Venue venue,
            List<ProgrammeItem> programme,
            Set<String> agendaTags,
            Contact contact,
            LocalDateTime registrationOpensAt,
            LocalDateTime registrationClosesAt,
            LocalDateTime cancellationDeadline,
            int capacity,
            @Nullable LocalizedText cancellationReason,
            @Nullable Integer attendance) {
        this(
                meetingId,
                version,
                status,
                type,
                network,
                format,
                side,
                seriesId,
                identicalContent,
                twins,
                title,
                description,
                audience,
                startsAt,
                endsAt,
                zone,
                venue,
                programme,
                agendaTags,
                contact,
                registrationOpensAt,
                registrationClosesAt,
                cancellationDeadline,
                capacity,
                cancellationReason,
                attendance,
                List.of(),
                Set.of(),
                null,
                null,
                null,
                null,
                null);
    }

    public Instant startInstant() {
        return startsAt.atZone(zone).toInstant();
    }

    public Instant endInstant() {
        return endsAt.atZone(zone).toInstant();
    }
}
