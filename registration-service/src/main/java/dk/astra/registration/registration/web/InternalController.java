package dk.astra.registration.registration.web;

import dk.astra.contracts.registrations.CancelReason;
import dk.astra.registration.people.Keys;
import dk.astra.registration.registration.Contact;
import dk.astra.registration.registration.Leaders;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.Registrations;
import dk.astra.registration.registration.SeatCapacity;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What only the other services may ask, with a token of scope {@code internal}. */
@RestController
@RequestMapping("/internal")
class InternalController {

    record ContactsRequest(@NotNull @Size(max = 200) List<@NotNull String> registrationIds) {}

    record CapacityRequest(@NotNull @Min(1) @Max(10_000) Integer capacity) {}

    private final Registrations registrations;
    private final InvitedContacts invited;
    private final SeatCapacity seats;
    private final Leaders leaders;
    private final Keys keys;

    InternalController(
            Registrations registrations, InvitedContacts invited, SeatCapacity seats, Leaders leaders, Keys keys) {
        this.leaders = leaders;
        this.registrations = registrations;
        this.invited = invited;
        this.seats = seats;
        this.keys = keys;
    }

    @PostMapping("/contacts")
    @Operation(
            summary =
                    "Names, addresses and links of up to 200 registrations, groups or invitations, for the moment of sending.")
    Views.Contacts contacts(@Valid @RequestBody ContactsRequest request) {
        List<Registration> found = registrations.findAll(request.registrationIds());
        List<Views.ContactView> contacts = new ArrayList<>(found.stream()
                .flatMap(registration -> Stream.concat(contact(registration).stream(), former(registration).stream()))
                .toList());
        Set<String> others = new HashSet<>(request.registrationIds());
        found.forEach(registration -> others.remove(registration.id()));
        if (!others.isEmpty()) {
            leaders.find(others).stream().map(InternalController::leader).forEach(contacts::add);
            invited.of(others).forEach(contacts::add);
        }
        return new Views.Contacts(contacts);
    }

    /** A group's mails go to who leads it; the id is the group's, and the link opens its list. */
    private static Views.ContactView leader(Leaders.Leader leader) {
        return new Views.ContactView(
                leader.groupId(),
                leader.personId(),
                leader.contact().name(),
                leader.contact().email(),
                leader.contact().language(),
                leader.link(),
                false);
    }

    /** For the mail that tells somebody that the seat is a colleague's now; the link opens the meeting. */
    private Optional<Views.ContactView> former(Registration registration) {
        return Optional.ofNullable(registration.former())
                .map(former -> new Views.ContactView(
                        registration.id(),
                        former.personId(),
                        former.contact().name(),
                        former.contact().email(),
                        former.contact().language(),
                        keys.meetingLink(registration.meetingId()),
                        true));
    }

    private Optional<Views.ContactView> contact(Registration registration) {
        @Nullable Contact contact = registration.contact();
        if (contact == null) {
            return Optional.empty();
        }
        // who let an offer pass is led to where the line can be joined again
        String link = registration.endedBecause() == CancelReason.OFFER_LAPSED
                ? keys.meetingLink(registration.meetingId())
                : keys.absoluteLink(keys.link(registration.id(), registration.linkGeneration()));
        return Optional.of(new Views.ContactView(
                registration.id(),
                registration.personId(),
                contact.name(),
                contact.email(),
                contact.language(),
                link,
                false));
    }

    @PutMapping("/meetings/{meetingId}/capacity")
    @Operation(summary = "Makes room for a capacity about to be published; 409 when more people hold a seat.")
    Map<String, Integer> capacity(@PathVariable String meetingId, @Valid @RequestBody CapacityRequest request) {
        seats.reserve(meetingId, request.capacity());
        return Map.of("capacity", request.capacity());
    }
}
