package dk.astra.event.series;

import dk.astra.event.meetings.Meeting;
import dk.astra.event.meetings.NewMeetings;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads series. */
@Component
public class FindSeries {

    private final AllSeries allSeries;
    private final NewMeetings meetings;

    FindSeries(AllSeries allSeries, NewMeetings meetings) {
        this.allSeries = allSeries;
        this.meetings = meetings;
    }

    /**
     * The meetings of a series in their order; empty where there is no such series.
     *
     * @param drafts whether the reader may see what is not announced
     */
    public List<Meeting> meetings(String seriesId, boolean drafts) {
        return allSeries.find(seriesId).map(series -> meetings.stored(series.meetingIds())).orElse(List.of()).stream()
                .filter(meeting -> drafts || meeting.isAnnounced())
                .toList();
    }
}
