package dk.astra.registration.registration;

import dk.astra.registration.people.Keys;
import dk.astra.registration.people.People;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the registrations of a group's places. Their keys are derived, so that each place is written once. */
@Component
class PlaceCandidates {

    private final Keys keys;
    private final People people;
    private final Clock clock;

    PlaceCandidates(Keys keys, People people, Clock clock) {
        this.keys = keys;
        this.people = people;
        this.clock = clock;
    }

    /** A place without a person, which is the leader's until somebody is named. */
    Registration unnamed(PlaceWish wish) {
        Registration place = new Registration();
        place.id = UUID.randomUUID().toString();
        place.meetingId = wish.meetingId();
        place.personId = wish.leaderId();
        place.contact = wish.leader();
        // no mailbox's key: the leader may be registered too, and have many such places
        place.personKey = keys.person(wish.meetingId(), wish.groupId() + '#' + wish.number());
        place.linkHash = Keys.hash(keys.link(place.id, place.linkGeneration));
        place.idempotencyKey = key(wish);
        place.channel = wish.channel();
        place.institutionNumber = wish.institutionNumber();
        place.municipalityCode = wish.municipalityCode();
        place.side = wish.side();
        place.campaign = wish.campaign();
        place.registeredAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        place.groupId = wish.groupId();
        place.groupPlace = wish.number();
        place.unnamed = true;
        return place;
    }

    /** A place with its person, where one is named. */
    Registration of(PlaceWish wish) {
        Registration place = unnamed(wish);
        Contact person = wish.person();
        if (person != null) {
            name(place, person, personId(person));
            place.role = wish.role();
        }
        return place;
    }

    static String key(PlaceWish wish) {
        return "group:" + wish.groupId() + ':' + wish.number();
    }

    String personKey(String meetingId, Contact person) {
        return keys.person(meetingId, person.email());
    }

    /** Before the write that names somebody, which may be tried again: this one costs the store a round trip. */
    String personId(Contact person) {
        return people.idOf(keys.email(person.email()));
    }

    /** The place is this person's from now on; a link that the leader had of it opens nothing any more. */
    void name(Registration place, Contact person, String personId) {
        place.contact = person;
        place.personId = personId;
        place.personKey = personKey(place.meetingId, person);
        place.linkGeneration++;
        place.linkHash = Keys.hash(keys.link(place.id, place.linkGeneration));
        place.linkSentAt = null;
        place.unnamed = null;
    }
}
