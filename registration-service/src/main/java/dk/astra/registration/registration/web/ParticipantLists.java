package dk.astra.registration.registration.web;

import dk.astra.registration.reference.Registers;
import dk.astra.registration.registration.AskedAtSignUp;
import dk.astra.registration.registration.Contact;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.Registrations;
import dk.astra.registration.registration.Status;
import dk.astra.web.InvalidFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Participants of a meeting in the order an organiser reads them. */
@Component
class ParticipantLists {

    private static final Set<Status> PEOPLE =
            Set.of(Status.CONFIRMED, Status.OFFERED, Status.WAITLISTED, Status.CANCELLED);
    private static final int MOST = 1000;

    private final Registrations registrations;
    private final Registers registers;
    private final AskedAtSignUp asked;

    ParticipantLists(Registrations registrations, Registers registers, AskedAtSignUp asked) {
        this.registrations = registrations;
        this.registers = registers;
        this.asked = asked;
    }

    Views.Participants of(String meetingId, @Nullable Status status, @Nullable String cursor, int limit) {
        int from = offset(cursor);
        int size = Math.clamp(limit, 1, MOST);
        List<Registration> all = registrations.ofMeeting(meetingId).stream()
                .filter(registration -> PEOPLE.contains(registration.status()))
                .sorted(Comparator.comparing(Registration::status)
                        .thenComparing(ParticipantLists::rank)
                        .thenComparing(Registration::registeredAt))
                .toList();
        Map<String, Long> places = places(all);
        List<Registration> wanted = all.stream()
                .filter(registration -> status == null || registration.status() == status)
                .toList();
        List<Views.ParticipantView> items = wanted.stream()
                .skip(from)
                .limit(size)
                .map(registration -> view(registration, places.get(registration.id())))
                .toList();
        int next = from + items.size();
        return new Views.Participants(items, next < wanted.size() ? Integer.toString(next) : null);
    }

    private static int offset(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Math.max(0, Integer.parseInt(cursor));
        } catch (NumberFormatException e) {
            throw new InvalidFields("cursor", "invalid-value");
        }
    }

    private static long rank(Registration registration) {
        if (registration.status() == Status.CONFIRMED && registration.seat() != null) {
            return registration.seat();
        }
        return registration.waitingNumber() == null ? 0 : registration.waitingNumber();
    }

    private static Map<String, Long> places(List<Registration> sorted) {
        Map<String, Long> places = new HashMap<>();
        List<String> line = new ArrayList<>();
        sorted.stream()
                .filter(registration -> registration.status() == Status.WAITLISTED)
                .forEach(registration -> line.add(registration.id()));
        for (int i = 0; i < line.size(); i++) {
            places.put(line.get(i), i + 1L);
        }
        return places;
    }

    Views.ParticipantView view(Registration registration) {
        return view(registration, null);
    }

    private Views.ParticipantView view(Registration r, @Nullable Long place) {
        Contact contact = r.contact();
        return new Views.ParticipantView(
                r.id(),
                r.meetingId(),
                r.personId(),
                r.status(),
                r.status() == Status.CONFIRMED ? r.seat() : null,
                place,
                contact == null ? null : contact.name(),
                contact == null ? null : contact.email(),
                contact == null ? null : contact.title(),
                r.institutionNumber(),
                registers.nameOf(r.institutionNumber(), contact == null ? null : contact.institutionName()),
                r.municipalityCode(),
                r.role(),
                contact == null ? null : contact.language(),
                contact == null ? Map.of() : contact.answers(),
                contact == null ? null : contact.comment(),
                r.registeredAt(),
                r.channel(),
                r.attended(),
                r.offeredUntil(),
                r.isUnnamed() ? true : null,
                r.status().isLive() && !r.isUnnamed() && contact != null
                        ? asked.missing(r.meetingId(), contact.answers())
                        : List.of(),
                r.waitsTogether() ? true : null);
    }
}
