package dk.astra.event.meetings;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import dk.astra.contracts.meetings.Contact;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.contracts.meetings.MeetingType;
import dk.astra.contracts.meetings.ProgrammeItem;
import dk.astra.contracts.meetings.Venue;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting is, apart from when.
 *
 * @param quorum how many of the invited have to come; null where nobody counts
 * @param byInvitation true where only who was invited can sign up
 */
public record MeetingContent(
        MeetingType type,
        Network network,
        MeetingFormat format,
        @Nullable Side side,
        LocalizedText title,
        LocalizedText description,
        LocalizedText audience,
        @Nullable Venue venue,
        List<ProgrammeItem> programme,
        Set<String> agendaTags,
        Contact contact,
        int capacity,
        Questionnaire questionnaire,
        @Nullable SeatOffers offers,
        @Nullable Integer quorum,
        @Nullable Boolean byInvitation) {

    public MeetingContent {
        programme = List.copyOf(programme);
        agendaTags = Set.copyOf(agendaTags);
        questionnaire = questionnaire == null ? Questionnaire.NOTHING : questionnaire; // stored before it was asked
    }

    /** Seats are given at once. */
    public MeetingContent(
            MeetingType type,
            Network network,
            MeetingFormat format,
            @Nullable Side side,
            LocalizedText title,
            LocalizedText description,
            LocalizedText audience,
            @Nullable Venue venue,
            List<ProgrammeItem> programme,
            Set<String> agendaTags,
            Contact contact,
            int capacity) {
        this(
                type,
                network,
                format,
                side,
                title,
                description,
                audience,
                venue,
                programme,
                agendaTags,
                contact,
                capacity,
                Questionnaire.NOTHING,
                null,
                null,
                null);
    }

    MeetingContent withVenue(@Nullable Venue place) {
        return new MeetingContent(
                type,
                network,
                format,
                side,
                title,
                description,
                audience,
                place,
                programme,
                agendaTags,
                contact,
                capacity,
                questionnaire,
                offers,
                quorum,
                byInvitation);
    }

    MeetingContent withCapacity(int seats) {
        return new MeetingContent(
                type,
                network,
                format,
                side,
                title,
                description,
                audience,
                venue,
                programme,
                agendaTags,
                contact,
                seats,
                questionnaire,
                offers,
                quorum,
                byInvitation);
    }

    public boolean isByInvitation() {
        return Boolean.TRUE.equals(byInvitation);
    }

    /** Names of the fields that differ, as the fact {@code MeetingChanged} tells them. */
    Set<String> differencesTo(MeetingContent other) {
        Set<String> different = new LinkedHashSet<>();
        compare("type", type, other.type, different);
        compare("network", network, other.network, different);
        compare("format", format, other.format, different);
        compare("side", side, other.side, different);
        compare("title", title, other.title, different);
        compare("description", description, other.description, different);
        compare("audience", audience, other.audience, different);
        compare("venue", venue, other.venue, different);
        compare("programme", programme, other.programme, different);
        compare("agendaTags", agendaTags, other.agendaTags, different);
        compare("contact", contact, other.contact, different);
        compare("capacity", capacity, other.capacity, different);
        compare("questions", questionnaire.questions(), other.questionnaire.questions(), different);
        compare("asksNeeds", questionnaire.asksNeeds(), other.questionnaire.asksNeeds(), different);
        compare("promotion", SeatOffers.promotion(offers), SeatOffers.promotion(other.offers), different);
        compare("offerHours", SeatOffers.hours(offers), SeatOffers.hours(other.offers), different);
        compare("confirmsEmail", SeatOffers.confirms(offers), SeatOffers.confirms(other.offers), different);
        compare("quorum", quorum, other.quorum, different);
        compare("byInvitation", isByInvitation(), other.isByInvitation(), different);
        return different;
    }

    private static void compare(String field, @Nullable Object one, @Nullable Object other, Set<String> different) {
        if (!Objects.equals(one, other)) {
            different.add(field);
        }
    }

    /** What twins have to agree in that these two do not: the content, not the place and the hour. */
    public Set<String> twinDifferencesTo(MeetingContent other) {
        Set<String> different = differencesTo(other);
        different.retainAll(Set.of("type", "network", "title", "agendaTags", "questions", "asksNeeds"));
        if (!programmeTitles().equals(other.programmeTitles())) {
            different.add("programme");
        }
        return different;
    }

    /**
     * The same with what twins have to agree in taken from the other one.
     *
     * @param shift from the other one's time of day to this one's
     */
    MeetingContent withContentOf(MeetingContent twin, Duration shift) {
        return new MeetingContent(
                twin.type,
                twin.network,
                format,
                side,
                twin.title,
                description,
                audience,
                venue,
                programmeTitles().equals(twin.programmeTitles()) ? programme : programmeOf(twin, shift),
                twin.agendaTags,
                contact,
                capacity,
                twin.questionnaire,
                offers,
                quorum,
                byInvitation);
    }

    private List<ProgrammeItem> programmeOf(MeetingContent twin, Duration shift) {
        List<ProgrammeItem> items = new ArrayList<>();
        for (int i = 0; i < twin.programme.size(); i++) {
            ProgrammeItem item = twin.programme.get(i);
            LocalTime time = programme.size() == twin.programme.size()
                    ? programme.get(i).startsAt()
                    : item.startsAt().plus(shift);
            items.add(new ProgrammeItem(time, item.title()));
        }
        return items;
    }

    private List<LocalizedText> programmeTitles() {
        return programme.stream().map(ProgrammeItem::title).toList();
    }
}
