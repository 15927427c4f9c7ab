package dk.astra.event.series;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import dk.astra.contracts.meetings.Contact;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.contracts.meetings.MeetingType;
import dk.astra.contracts.meetings.Venue;
import dk.astra.event.MeetingJson;
import dk.astra.event.RunningService;
import dk.astra.event.meetings.Meeting;
import dk.astra.event.meetings.MeetingContent;
import dk.astra.event.meetings.NewMeetings;
import dk.astra.event.meetings.PlaceInSeries;
import dk.astra.event.meetings.Proposal;
import dk.astra.event.meetings.Questionnaire;
import dk.astra.event.meetings.WantedTimes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** P4 for series: a crash between the meetings of a series leaves no half of it behind. */
class InterruptedSeriesIT extends RunningService {

    @Autowired
    private AllSeries allSeries;

    @Autowired
    private NewMeetings newMeetings;

    @Test
    void isFinishedByTheSweep() {
        String seriesId = UUID.randomUUID().toString();
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();
        List<Meeting> meetings = List.of(
                newMeetings.inSeries(first, new PlaceInSeries(seriesId, true, List.of(second)), proposal(), true),
                newMeetings.inSeries(second, new PlaceInSeries(seriesId, true, List.of(first)), proposal(), true));
        // killed after the decision and the first of two meetings
        allSeries.add(Series.of(seriesId, true, meetings, clock.instant().minusSeconds(60), null));
        newMeetings.store(meetings.getFirst());

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(api.get("/api/series/" + seriesId)
                            .json()
                            .path("meetings")
                            .size())
                    .isEqualTo(2);
            assertThat(allSeries.find(seriesId).orElseThrow().toStore()).isNull();
        });

        assertThat(facts(first, 1)).hasSize(1);
        assertThat(facts(second, 1)).hasSize(1);
        assertThat(api.anonymous()
                        .get("/api/meetings/" + second)
                        .json()
                        .path("twins")
                        .get(0)
                        .asString())
                .isEqualTo(first);
    }

    private static Proposal proposal() {
        MeetingContent content = new MeetingContent(
                MeetingType.THEME_DAY,
                Network.EUD,
                MeetingFormat.PHYSICAL,
                Side.EAST,
                new LocalizedText("Temadag", "Theme day"),
                new LocalizedText("En dag", "A day"),
                new LocalizedText("Lærere", "Teachers"),
                new Venue("Huset", "Åvej 1", "4180", "Sorø", null),
                List.of(),
                Set.of("ABC"),
                new Contact("Netværket", "eud@astra.example"),
                40,
                Questionnaire.NOTHING,
                null,
                null,
                null);
        return new Proposal(
                content,
                new WantedTimes(MeetingJson.DAY.atTime(9, 0), MeetingJson.DAY.atTime(12, 0), null, null, null, null));
    }
}
