package dk.astra.registration.registration.web;

import dk.astra.registration.people.Keys;
import dk.astra.registration.registration.Contact;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.Registrations;
import dk.astra.registration.registration.SeatCapacity;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Keys keys;

    InternalController(Registrations registrations, InvitedContacts invited, SeatCapacity seats, Keys keys) {
        this.registrations = registrations;
        this.invited = invited;
        this.seats = seats;
        this.keys = keys;
    }

    @PostMapping("/contacts")
    @Operation(
            summary =
                    "Names, addresses and personal links of up to 200 registrations or invitations, for the moment of "
                            + "sending.")
    Views.Contacts contacts(@Valid @RequestBody ContactsRequest request) {
        Stream<Views.ContactView> registered = registrations.findAll(request.registrationIds()).stream()
                .flatMap(registration -> Stream.concat(contact(registration).stream(), former(registration).stream()));
        return new Views.Contacts(
                Stream.concat(registered, invited.of(request.registrationIds())).toList());
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
        String link = keys.absoluteLink(keys.link(registration.id(), registration.linkGeneration()));
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
