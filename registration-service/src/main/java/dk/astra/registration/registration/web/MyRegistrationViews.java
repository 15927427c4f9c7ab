package dk.astra.registration.registration.web;

import dk.astra.contracts.registrations.CancelReason;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.people.Keys;
import dk.astra.registration.reference.Registers;
import dk.astra.registration.registration.AskedAtSignUp;
import dk.astra.registration.registration.CancelRegistration;
import dk.astra.registration.registration.Contact;
import dk.astra.registration.registration.PlaceInLine;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.Registrations;
import dk.astra.registration.registration.Status;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A registration as its own person sees it, with what can be done about it now. */
@Component
class MyRegistrationViews {

    private final Registrations registrations;
    private final KnownMeetings meetings;
    private final CancelRegistration cancellation;
    private final PlaceInLine places;
    private final Registers registers;
    private final NeedsViews needs;
    private final AskedAtSignUp asked;
    private final Keys keys;
    private final Clock clock;

    MyRegistrationViews(
            Registrations registrations,
            KnownMeetings meetings,
            CancelRegistration cancellation,
            PlaceInLine places,
            Registers registers,
            NeedsViews needs,
            AskedAtSignUp asked,
            Keys keys,
            Clock clock) {
        this.registrations = registrations;
        this.meetings = meetings;
        this.cancellation = cancellation;
        this.places = places;
        this.registers = registers;
        this.needs = needs;
        this.asked = asked;
        this.keys = keys;
        this.clock = clock;
    }

    /** Never kept by a cache on the way. */
    ResponseEntity<Views.MyRegistrationView> answer(Registration registration) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view(registration));
    }

    Views.MyRegistrationView view(Registration r) {
        Contact contact = LinkHolders.contact(r);
        Optional<KnownMeeting> meeting = meetings.findRecent(r.meetingId());
        // the sweep ends it within seconds; until then nobody is shown a seat that cannot be taken any more
        boolean lapsed = r.status() == Status.OFFERED && !r.isOfferedAt(clock.instant());
        return new Views.MyRegistrationView(
                r.id(),
                r.meetingId(),
                lapsed ? Status.CANCELLED : r.status(),
                r.status() == Status.CONFIRMED ? r.seat() : null,
                places.of(r),
                contact.name(),
                contact.email(),
                contact.title(),
                r.institutionNumber(),
                registers.nameOf(r.institutionNumber(), contact.institutionName()),
                r.municipalityCode(),
                r.role(),
                contact.language(),
                contact.answers(),
                contact.comment(),
                r.registeredAt(),
                !lapsed
                        && meeting.filter(known -> cancellation.mayCancel(known, r))
                                .isPresent(),
                r.status() == Status.CONFIRMED
                        && meeting.filter(known -> known.isAheadAt(clock.instant()))
                                .isPresent(),
                movedTo(r),
                needs.of(r),
                lapsed ? null : r.offeredUntil(),
                r.isUnconfirmed(),
                lapsed ? CancelReason.OFFER_LAPSED : r.endedBecause(),
                r.endedBy(),
                eitherOf(r),
                r.status().isLive() ? asked.missing(r.meetingId(), contact.answers()) : List.of(),
                r.waitsTogether(),
                r.calendarEntry() == null ? r.id() : r.calendarEntry(),
                r.version());
    }

    private Views.@Nullable EitherView eitherOf(Registration r) {
        return r.eitherOf() == null || !r.status().isLive()
                ? null
                : registrations
                        .find(r.eitherOf())
                        .filter(other -> other.status().isLive() && other.isOfSamePersonAs(r))
                        .map(other -> new Views.EitherView(other.meetingId(), other.status(), link(other)))
                        .orElse(null);
    }

    private @Nullable String movedTo(Registration moved) {
        return moved.movedTo() == null
                ? null
                : registrations
                        .find(moved.movedTo())
                        .filter(other -> other.isOfSamePersonAs(moved))
                        .map(this::link)
                        .orElse(null);
    }

    String link(Registration registration) {
        return keys.absoluteLink(keys.link(registration.id(), registration.linkGeneration()));
    }
}
