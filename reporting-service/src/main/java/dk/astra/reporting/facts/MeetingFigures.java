package dk.astra.reporting.facts;

import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.contracts.meetings.MeetingStatus;
import dk.astra.contracts.meetings.MeetingType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What counting needs of a meeting.
 *
 * @param startsOn the date in Denmark on which it starts, whatever its own zone
 * @param attendance people present, exactly when held
 */
public record MeetingFigures(
        MeetingStatus status,
        MeetingType type,
        Network network,
        MeetingFormat format,
        @Nullable Side side,
        @Nullable String seriesId,
        boolean identicalContent,
        LocalDate startsOn,
        Set<String> agendaTags,
        @Nullable Integer attendance) {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    public MeetingFigures {
        agendaTags = agendaTags == null ? Set.of() : Set.copyOf(agendaTags);
    }

    public static MeetingFigures of(MeetingState meeting) {
        return new MeetingFigures(
                meeting.status(),
                meeting.type(),
                meeting.network(),
                meeting.format(),
                meeting.side(),
                meeting.seriesId(),
                meeting.identicalContent(),
                meeting.startInstant().atZone(DENMARK).toLocalDate(),
                meeting.agendaTags(),
                meeting.attendance());
    }

    public Document stored() {
        Document stored = new Document("status", status.name())
                .append("type", type.name())
                .append("network", network.name())
                .append("format", format.name())
                .append("identicalContent", identicalContent)
                .append("startsOn", startsOn.toString())
                .append("agendaTags", List.copyOf(agendaTags));
        RecordedFact.put(stored, "side", side == null ? null : side.name());
        RecordedFact.put(stored, "seriesId", seriesId);
        RecordedFact.put(stored, "attendance", attendance);
        return stored;
    }

    public boolean isHeld() {
        return status == MeetingStatus.HELD;
    }
}
