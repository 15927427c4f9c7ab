package dk.astra.portal.meetings;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.meetings.Contact;
import dk.astra.contracts.meetings.ProgrammeItem;
import dk.astra.contracts.meetings.Venue;
import dk.astra.portal.site.Wording;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as event-service answers it (docs/http-api.md). Codes are kept as text, so that a code newer than this
 * page does not hide the meeting.
 */
public record Meeting(
        String id,
        @Nullable Long version,
        String status,
        String type,
        String network,
        String format,
        @Nullable String side,
        @Nullable String seriesId,
        @Nullable Boolean identicalContent,
        List<String> twins,
        LocalizedText title,
        @Nullable LocalizedText description,
        @Nullable LocalizedText audience,
        LocalDateTime startsAt,
        LocalDateTime endsAt,
        @Nullable Venue venue,
        List<ProgrammeItem> programme,
        List<String> agendaTags,
        @Nullable Contact contact,
        LocalDateTime registrationOpensAt,
        LocalDateTime registrationClosesAt,
        LocalDateTime cancellationDeadline,
        Integer capacity,
        @Nullable LocalizedText cancellationReason,
        @Nullable Integer attendance,
        @Nullable Instant changedAt,
        List<Question> questions,
        List<String> asksNeeds,
        @Nullable String promotion,
        @Nullable Integer offerHours,
        @Nullable Boolean confirmsEmail,
        @Nullable Integer quorum,
        @Nullable Boolean byInvitation) {

    public Meeting {
        twins = twins == null ? List.of() : List.copyOf(twins);
        programme = programme == null ? List.of() : List.copyOf(programme);
        agendaTags = agendaTags == null ? List.of() : List.copyOf(agendaTags);
        questions = questions == null ? List.of() : List.copyOf(questions);
        asksNeeds = asksNeeds == null ? List.of() : List.copyOf(asksNeeds);
    }

    /** @param need {@code DIET} or {@code ACCESS} */
    public boolean asks(String need) {
        return asksNeeds.contains(need);
    }

    /** Seats are given at once. */
    public Meeting(
            String id,
            @Nullable Long version,
            String status,
            String type,
            String network,
            String format,
            @Nullable String side,
            @Nullable String seriesId,
            @Nullable Boolean identicalContent,
            List<String> twins,
            LocalizedText title,
            @Nullable LocalizedText description,
            @Nullable LocalizedText audience,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            @Nullable Venue venue,
            List<ProgrammeItem> programme,
            List<String> agendaTags,
            @Nullable Contact contact,
            LocalDateTime registrationOpensAt,
            LocalDateTime registrationClosesAt,
            LocalDateTime cancellationDeadline,
            Integer capacity,
            @Nullable LocalizedText cancellationReason,
            @Nullable Integer attendance,
            @Nullable Instant changedAt) {
        this(
                id,
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
                changedAt,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    /** How long somebody in line has to answer; null where a freed seat is given at once. */
    public @Nullable Integer hoursToAnswer() {
        return "OFFER".equals(promotion) ? offerHours : null;
    }

    public boolean isConfirmedByMail() {
        return Boolean.TRUE.equals(confirmsEmail);
    }

    public boolean isDraft() {
        return status.equals("DRAFT");
    }

    public boolean isScheduled() {
        return status.equals("SCHEDULED");
    }

    public boolean isCancelled() {
        return status.equals("CANCELLED");
    }

    public boolean isHeld() {
        return status.equals("HELD");
    }

    public boolean isByInvitation() {
        return Boolean.TRUE.equals(byInvitation);
    }

    /** Whether one can sign up at that moment, as far as time says. */
    public boolean isOpenAt(LocalDateTime now) {
        return isScheduled() && !now.isBefore(registrationOpensAt) && now.isBefore(registrationClosesAt);
    }

    /** Whether who is registered there may come here: to the invited of a meeting both are one. */
    public boolean takesFrom(@Nullable Meeting there) {
        return !isByInvitation() || (there != null && there.isByInvitation());
    }

    public boolean isOnline() {
        return format.equals("ONLINE");
    }

    /** On the list: announced and not over; a cancelled one too, for those who look for it. */
    public boolean isUpcoming(LocalDateTime now) {
        return (isScheduled() || isCancelled()) && endsAt.isAfter(now);
    }

    /** When it became what it is, as far as that is known. */
    Instant revisedAt() {
        return changedAt == null ? registrationOpensAt.atZone(Wording.DENMARK).toInstant() : changedAt;
    }

    /** Until the meeting is marked as held its day must have come. */
    public boolean hasBegun(LocalDateTime now) {
        return !startsAt.toLocalDate().isAfter(now.toLocalDate());
    }
}
