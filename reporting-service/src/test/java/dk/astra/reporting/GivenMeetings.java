package dk.astra.reporting;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.contracts.meetings.MeetingStatus;
import dk.astra.contracts.meetings.MeetingType;
import dk.astra.reporting.facts.MeetingFigures;
import dk.astra.reporting.meetings.KnownMeeting;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Held meetings for the tests of rules; a theme day in the EUD network on 12 May 2024 unless said. */
public final class GivenMeetings {

    private MeetingType type = MeetingType.THEME_DAY;
    private Network network = Network.EUD;
    private MeetingFormat format = MeetingFormat.PHYSICAL;
    private @Nullable Side side = Side.EAST;
    private @Nullable String seriesId;
    private boolean identical;
    private LocalDate startsOn = LocalDate.of(2024, 5, 12);
    private Set<String> tags = Set.of();

    public static GivenMeetings aHeldMeeting() {
        return new GivenMeetings();
    }

    public GivenMeetings of(MeetingType value) {
        type = value;
        return this;
    }

    public GivenMeetings in(Network value) {
        network = value;
        return this;
    }

    public GivenMeetings as(MeetingFormat value) {
        format = value;
        return this;
    }

    public GivenMeetings twin(String series, Side value) {
        seriesId = series;
        identical = true;
        side = value;
        return this;
    }

    public GivenMeetings inSeries(String series, Side value) {
        seriesId = series;
        side = value;
        return this;
    }

    public GivenMeetings on(LocalDate day) {
        startsOn = day;
        return this;
    }

    public GivenMeetings showing(String... values) {
        tags = Set.of(values);
        return this;
    }

    public KnownMeeting build() {
        MeetingFigures figures = new MeetingFigures(
                MeetingStatus.HELD, type, network, format, side, seriesId, identical, startsOn, tags, 20);
        return new KnownMeeting(
                UUID.randomUUID().toString(),
                2,
                new LocalizedText("Temadag", "Theme day"),
                figures,
                UUID.randomUUID().toString());
    }
}
