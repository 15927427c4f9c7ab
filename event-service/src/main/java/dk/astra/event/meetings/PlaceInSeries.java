package dk.astra.event.meetings;

import java.util.List;

/**
 * Where a meeting belongs to a series.
 *
 * @param identicalContent whether the meetings of the series are twins
 * @param twins ids of the other meetings, where their content is identical
 */
public record PlaceInSeries(String seriesId, boolean identicalContent, List<String> twins) {

    public PlaceInSeries {
        twins = List.copyOf(twins);
    }
}
