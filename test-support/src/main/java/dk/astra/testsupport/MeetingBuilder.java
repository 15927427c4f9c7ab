package dk.astra.testsupport;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import dk.astra.contracts.meetings.Contact;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.contracts.meetings.MeetingStatus;
import dk.astra.contracts.meetings.MeetingType;
import dk.astra.contracts.meetings.Need;
import dk.astra.contracts.meetings.ProgrammeItem;
import dk.astra.contracts.meetings.Promotion;
import dk.astra.contracts.meetings.Question;
import dk.astra.contracts.meetings.Venue;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting as the {@code meetings} stream tells it: open for sign-up, 20 seats, in thirty days; change what matters. */
public final class MeetingBuilder {

    private String meetingId = UUID.randomUUID().toString();
    private long version = 1;
    private MeetingStatus status = MeetingStatus.SCHEDULED;
    private MeetingType type = MeetingType.THEME_DAY;
    private Network network = Network.PRIMARY;
    private MeetingFormat format = MeetingFormat.PHYSICAL;
    private @Nullable Side side = Side.EAST;
    private @Nullable String seriesId;
    private List<String> twins = List.of();
    private LocalizedText title = new LocalizedText("Temadag om energi", "Theme day on energy");
    private LocalDateTime startsAt =
            LocalDateTime.now().plusDays(30).toLocalDate().atTime(9, 0);
    private ZoneId zone = ZoneId.of("Europe/Copenhagen");
    private @Nullable Venue venue = new Venue("Huset ved åen", "Åvej 1", "4180", "Sorø", "0340");
    private Set<String> agendaTags = Set.of();
    private LocalDateTime opensAt = LocalDateTime.now().minusDays(1).withNano(0);
    private @Nullable LocalDateTime closesAt;
    private @Nullable LocalDateTime cancellationDeadline;
    private int capacity = 20;
    private @Nullable LocalizedText cancellationReason;
    private @Nullable Integer attendance;
    private List<Question> questions = List.of();
    private Set<Need> asksNeeds = Set.of();
    private @Nullable Promotion promotion;
    private @Nullable Integer offerHours;
    private @Nullable Boolean confirmsEmail;
    private @Nullable Integer quorum;
    private @Nullable Boolean byInvitation;

    /** Starts a meeting with valid defaults. */
    public static MeetingBuilder aMeeting() {
        return new MeetingBuilder();
    }

    public MeetingBuilder withId(String id) {
        meetingId = id;
        return this;
    }

    public MeetingBuilder withVersion(long number) {
        version = number;
        return this;
    }

    public MeetingBuilder withCapacity(int seats) {
        capacity = seats;
        return this;
    }

    public MeetingBuilder withType(MeetingType kind) {
        type = kind;
        return this;
    }

    public MeetingBuilder withNetwork(Network value) {
        network = value;
        return this;
    }

    public MeetingBuilder withSide(@Nullable Side value) {
        side = value;
        return this;
    }

    public MeetingBuilder withTitle(String da, String en) {
        title = new LocalizedText(da, en);
        return this;
    }

    public MeetingBuilder withAgendaTags(String... tags) {
        agendaTags = Set.of(tags);
        return this;
    }

    public MeetingBuilder withVenue(Venue place) {
        venue = place;
        return this;
    }

    public MeetingBuilder inZone(ZoneId value) {
        zone = value;
        return this;
    }

    /** Nine o'clock means nine o'clock there; it ends six hours later. */
    public MeetingBuilder startingAt(LocalDateTime time) {
        startsAt = time;
        return this;
    }

    public MeetingBuilder online() {
        format = MeetingFormat.ONLINE;
        venue = null;
        side = null;
        return this;
    }

    public MeetingBuilder hybrid() {
        format = MeetingFormat.HYBRID;
        return this;
    }

    /** A meeting of an identical series (East/West twins). */
    public MeetingBuilder inSeries(String id, String... others) {
        seriesId = id;
        twins = List.of(others);
        return this;
    }

    public MeetingBuilder opensAt(LocalDateTime time) {
        opensAt = time;
        return this;
    }

    public MeetingBuilder closesAt(LocalDateTime time) {
        closesAt = time;
        return this;
    }

    public MeetingBuilder cancellableUntil(LocalDateTime time) {
        cancellationDeadline = time;
        return this;
    }

    public MeetingBuilder cancelled() {
        status = MeetingStatus.CANCELLED;
        cancellationReason = new LocalizedText("Oplægsholderen er syg", "The speaker is ill");
        return this;
    }

    public MeetingBuilder held(int people) {
        status = MeetingStatus.HELD;
        attendance = people;
        return this;
    }

    public MeetingBuilder asking(Question... own) {
        questions = List.of(own);
        return this;
    }

    public MeetingBuilder askingNeeds(Need... needs) {
        asksNeeds = Set.of(needs);
        return this;
    }

    /** A freed seat is offered to the first in line. */
    public MeetingBuilder offeringFor(int hours) {
        promotion = Promotion.OFFER;
        offerHours = hours;
        return this;
    }

    public MeetingBuilder givingSeatsAtOnce() {
        promotion = Promotion.DIRECT;
        offerHours = null;
        return this;
    }

    /** A newcomer has to answer the mail. */
    public MeetingBuilder confirmingEmail() {
        confirmsEmail = true;
        return this;
    }

    /** So many of the invited have to come. */
    public MeetingBuilder withQuorum(int people) {
        quorum = people;
        return this;
    }

    /** Only who was invited can sign up. */
    public MeetingBuilder byInvitation() {
        byInvitation = true;
        return this;
    }

    public MeetingState build() {
        LocalDateTime deadline = startsAt.toLocalDate().minusDays(2).atTime(12, 0);
        return new MeetingState(
                meetingId,
                version,
                status,
                type,
                network,
                format,
                side,
                seriesId,
                seriesId != null,
                twins,
                title,
                new LocalizedText("En dag med forsøg og oplæg.", "A day of experiments and talks."),
                new LocalizedText("Lærere i grundskolen", "Teachers in primary school"),
                startsAt,
                startsAt.plusHours(6),
                zone,
                venue,
                List.of(new ProgrammeItem(LocalTime.of(9, 0), new LocalizedText("Velkomst", "Welcome"))),
                agendaTags,
                new Contact("Arrangementer", "arrangementer@astra.example"),
                opensAt,
                closesAt == null ? deadline : closesAt,
                cancellationDeadline == null ? deadline : cancellationDeadline,
                capacity,
                cancellationReason,
                attendance,
                questions,
                asksNeeds,
                promotion,
                offerHours,
                confirmsEmail,
                quorum,
                byInvitation);
    }
}
