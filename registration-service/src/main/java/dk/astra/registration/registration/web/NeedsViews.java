package dk.astra.registration.registration.web;

import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.needs.Diet;
import dk.astra.registration.needs.KeptNeeds;
import dk.astra.registration.needs.Needs;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.Registrations;
import dk.astra.registration.registration.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people need: to each their own, to the kitchen how many, to nobody who. */
@Component
class NeedsViews {

    /** @param deletedAt when it is deleted by itself; null while the meeting is not known */
    record NeedsView(
            String registrationId,
            List<Diet> diet,
            @Nullable String dietText,
            @Nullable String access,
            Instant consentedAt,
            @Nullable Instant deletedAt) {}

    /**
     * Of those who have a seat, without names.
     *
     * @param people how many told anything
     * @param diet how many per code
     * @param dietTexts by the alphabet, so that the order tells nothing
     */
    record NeedsOfMeeting(
            String meetingId,
            int people,
            Map<Diet, Long> diet,
            List<String> dietTexts,
            List<String> access,
            @Nullable Instant deletedAt) {}

    private final Needs needs;
    private final Registrations registrations;
    private final KnownMeetings meetings;

    NeedsViews(Needs needs, Registrations registrations, KnownMeetings meetings) {
        this.needs = needs;
        this.registrations = registrations;
        this.meetings = meetings;
    }

    /** What was given with a seat is its giver's, also in the moment before it is deleted. */
    @Nullable
    NeedsView of(Registration registration) {
        return needs.find(registration.id())
                .filter(kept -> kept.personId().equals(registration.personId()))
                .map(this::view)
                .orElse(null);
    }

    List<NeedsView> of(Collection<Registration> all) {
        Map<String, String> people = all.stream()
                .collect(Collectors.toMap(Registration::id, one -> String.valueOf(one.personId()), (a, b) -> a));
        return needs.findAll(people.keySet()).stream()
                .filter(kept -> kept.personId().equals(people.get(kept.registrationId())))
                .map(this::view)
                .toList();
    }

    NeedsOfMeeting ofMeeting(String meetingId) {
        List<KeptNeeds> kept = needs.ofMeeting(meetingId);
        Set<String> seated = kept.isEmpty() ? Set.of() : seated(kept);
        List<KeptNeeds> coming = kept.stream()
                .filter(one -> seated.contains(one.registrationId()))
                .toList();
        Map<Diet, Long> counts = coming.stream()
                .flatMap(one -> one.diet().stream())
                .collect(Collectors.groupingBy(
                        Function.identity(), () -> new EnumMap<>(Diet.class), Collectors.counting()));
        return new NeedsOfMeeting(
                meetingId,
                coming.size(),
                counts,
                texts(coming, KeptNeeds::dietText),
                texts(coming, KeptNeeds::access),
                deletedAt(meetingId));
    }

    private Set<String> seated(List<KeptNeeds> kept) {
        Map<String, String> people =
                kept.stream().collect(Collectors.toMap(KeptNeeds::registrationId, KeptNeeds::personId));
        return registrations.findAll(people.keySet()).stream()
                .filter(one -> one.status() == Status.CONFIRMED)
                .filter(one -> one.keepsNeedsOf(String.valueOf(people.get(one.id()))))
                .map(Registration::id)
                .collect(Collectors.toSet());
    }

    private static List<String> texts(List<KeptNeeds> all, Function<KeptNeeds, @Nullable String> text) {
        return all.stream().map(text).filter(Objects::nonNull).sorted().toList();
    }

    private NeedsView view(KeptNeeds kept) {
        return new NeedsView(
                kept.registrationId(),
                kept.diet().stream().sorted().toList(),
                kept.dietText(),
                kept.access(),
                kept.consentedAt(),
                deletedAt(kept.meetingId()));
    }

    private @Nullable Instant deletedAt(String meetingId) {
        return meetings.findRecent(meetingId)
                .map(meeting -> meeting.endsAt().plus(KeptNeeds.KEPT_AFTER_THE_MEETING))
                .orElse(null);
    }
}
