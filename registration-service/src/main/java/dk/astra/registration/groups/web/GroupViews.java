package dk.astra.registration.groups.web;

import dk.astra.registration.groups.Group;
import dk.astra.registration.groups.GroupLinks;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.registration.CancelRegistration;
import dk.astra.registration.registration.Contact;
import dk.astra.registration.registration.GroupSeats;
import dk.astra.registration.registration.PlaceInLine;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.Status;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A group as its leader sees it: what became of each place, and what can be done about it now. */
@Component
class GroupViews {

    /**
     * A group's list.
     *
     * @param link absolute link of the list
     * @param nameBy last day on which places can be named
     * @param waitsTogether that those who wait get their seats all at once
     */
    record GroupView(
            String groupId,
            String meetingId,
            String link,
            String leaderName,
            String leaderEmail,
            LocalDate nameBy,
            boolean waitsTogether,
            List<PlaceView> places) {}

    /**
     * One place of the list.
     *
     * @param status CONFIRMED, WAITLISTED, CANCELLED, ALREADY_REGISTERED or NOT_TAKEN
     * @param name of the person; null while nobody is named, and once erased
     * @param lapsed that it was given up because nobody was named in time
     */
    record PlaceView(
            int number,
            String status,
            @Nullable String registrationId,
            @Nullable Integer seat,
            @Nullable Long placeInLine,
            boolean named,
            @Nullable String name,
            boolean nameable,
            boolean cancellable,
            boolean lapsed) {}

    private final GroupSeats seats;
    private final GroupLinks links;
    private final KnownMeetings meetings;
    private final CancelRegistration cancellation;
    private final PlaceInLine places;
    private final Clock clock;

    GroupViews(
            GroupSeats seats,
            GroupLinks links,
            KnownMeetings meetings,
            CancelRegistration cancellation,
            PlaceInLine places,
            Clock clock) {
        this.seats = seats;
        this.links = links;
        this.meetings = meetings;
        this.cancellation = cancellation;
        this.places = places;
        this.clock = clock;
    }

    GroupView view(Group group) {
        Contact leader = Objects.requireNonNull(group.leader());
        Map<Integer, Registration> registrations = seats.byNumber(group.id());
        Optional<KnownMeeting> meeting = meetings.findRecent(group.meetingId());
        return new GroupView(
                group.id(),
                group.meetingId(),
                links.link(group),
                leader.name(),
                leader.email(),
                group.nameBy(),
                group.waitsTogether() && registrations.values().stream().anyMatch(Registration::waitsTogether),
                group.places().stream()
                        .map(place -> {
                            Registration there = registrations.get(place.number());
                            return there == null ? without(place) : view(there, meeting.orElse(null));
                        })
                        .toList());
    }

    private static PlaceView without(Group.Place place) {
        String status = place.outcome() == Group.Outcome.NOT_TAKEN ? "NOT_TAKEN" : "ALREADY_REGISTERED";
        return new PlaceView(place.number(), status, null, null, null, place.named(), null, false, false, false);
    }

    private PlaceView view(Registration r, @Nullable KnownMeeting meeting) {
        boolean unnamed = r.isUnnamed();
        Contact contact = r.contact();
        return new PlaceView(
                r.groupPlace(),
                r.status().name(),
                r.id(),
                r.status() == Status.CONFIRMED ? r.seat() : null,
                places.of(r),
                !unnamed,
                unnamed || contact == null ? null : contact.name(),
                unnamed
                        && r.status().isLive()
                        && !r.isNamingClosed()
                        && meeting != null
                        && meeting.isAheadAt(clock.instant()),
                r.status().isLive() && meeting != null && cancellation.mayCancel(meeting, r),
                r.isNamingClosed() && !r.status().isLive());
    }
}
