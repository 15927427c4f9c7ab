package dk.astra.portal.meetings;

import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import dk.astra.contracts.meetings.MeetingFormat;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What can be chosen to find a meeting by.
 *
 * @param months their first moments
 */
public record Choices(
        List<Network> networks, List<Side> sides, List<MeetingFormat> formats, List<LocalDateTime> months) {

    /** How far ahead a month can be chosen. */
    static final int MONTHS = 15;

    static Choices from(YearMonth first) {
        return new Choices(
                List.of(Network.values()),
                List.of(Side.values()),
                List.of(MeetingFormat.values()),
                IntStream.range(0, MONTHS)
                        .mapToObj(first::plusMonths)
                        .map(month -> month.atDay(1).atStartOfDay())
                        .toList());
    }
}
