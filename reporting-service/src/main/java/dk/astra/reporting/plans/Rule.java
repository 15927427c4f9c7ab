package dk.astra.reporting.plans;

import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.contracts.meetings.MeetingType;
import dk.astra.reporting.facts.MeetingFigures;
import dk.astra.reporting.meetings.KnownMeeting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a measure is counted from the meetings held. What is null or empty does not restrict.
 *
 * @param types meetings of any of these types
 * @param tag what the programme must show, for {@link Kind#HELD_WITH_TAG} only
 */
public record Rule(
        Kind kind,
        Set<MeetingType> types,
        @Nullable Network network,
        @Nullable MeetingFormat format,
        @Nullable String tag) {

    /** The rules there are. */
    public enum Kind {
        /** The number of meetings. */
        MEETINGS_HELD,
        /** One for each side held in the best series with identical content: 0, 1 or 2. */
        TWINS_HELD,
        /** Of the meetings, the per cent (rounded down) whose programme has the tag; no value without meetings. */
        HELD_WITH_TAG
    }

    public Rule {
        types = types == null ? Set.of() : Set.copyOf(types);
    }

    /** @param list what was looked at, in the order given */
    record Count(@Nullable Integer value, List<Counted> list) {}

    /** @param held meetings held in time, by start */
    Count count(List<KnownMeeting> held) {
        List<KnownMeeting> fitting =
                held.stream().filter(meeting -> fits(meeting.figures())).toList();
        return switch (kind) {
            case MEETINGS_HELD ->
                new Count(
                        fitting.size(),
                        fitting.stream()
                                .map(meeting -> Counted.meeting(meeting, 1))
                                .toList());
            case TWINS_HELD -> twins(fitting);
            case HELD_WITH_TAG -> tagged(fitting);
        };
    }

    boolean fits(MeetingFigures meeting) {
        return meeting.isHeld()
                && (types.isEmpty() || types.contains(meeting.type()))
                && (network == null || network == meeting.network())
                && (format == null || format == meeting.format());
    }

    private static Count twins(List<KnownMeeting> fitting) {
        Map<String, Map<Side, KnownMeeting>> series = new TreeMap<>();
        for (KnownMeeting meeting : fitting) {
            String seriesId = meeting.figures().seriesId();
            Side side = meeting.figures().side();
            if (meeting.figures().identicalContent() && seriesId != null && side != null) {
                series.computeIfAbsent(seriesId, id -> new EnumMap<>(Side.class))
                        .putIfAbsent(side, meeting);
            }
        }
        Map<Side, KnownMeeting> best = Map.of();
        for (Map<Side, KnownMeeting> sides : series.values()) {
            if (sides.size() > best.size()) {
                best = sides;
            }
        }
        List<Counted> list = new ArrayList<>();
        for (KnownMeeting meeting : fitting) {
            list.add(Counted.meeting(meeting, best.containsValue(meeting) ? 1 : 0));
        }
        return new Count(best.size(), list);
    }

    private Count tagged(List<KnownMeeting> fitting) {
        List<Counted> list = fitting.stream()
                .map(meeting -> Counted.meeting(
                        meeting, tag != null && meeting.figures().agendaTags().contains(tag) ? 1 : 0))
                .toList();
        int with = list.stream().mapToInt(Counted::counts).sum();
        return new Count(list.isEmpty() ? null : with * 100 / list.size(), list);
    }
}
