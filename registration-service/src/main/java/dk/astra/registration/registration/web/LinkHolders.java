package dk.astra.registration.registration.web;

import dk.astra.registration.people.Keys;
import dk.astra.registration.registration.Contact;
import dk.astra.registration.registration.LinkUnknown;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.Registrations;
import dk.astra.registration.registration.SeatHandedOver;
import org.springframework.stereotype.Component;

/** Whose registration a personal link opens. */
@Component
class LinkHolders {

    private final Registrations registrations;

    LinkHolders(Registrations registrations) {
        this.registrations = registrations;
    }

    /**
     * @throws LinkUnknown when it opens none
     * @throws SeatHandedOver when it did until a colleague got the seat
     */
    Registration of(String token) {
        String hash = Keys.hash(token);
        return registrations
                .findByLinkHash(hash)
                .filter(registration -> registration.contact() != null)
                .orElseThrow(() -> registrations.findByFormerLinkHash(hash).isPresent()
                        ? new SeatHandedOver()
                        : new LinkUnknown());
    }

    static Contact contact(Registration registration) {
        Contact contact = registration.contact();
        if (contact == null) {
            throw new LinkUnknown();
        }
        return contact;
    }
}
