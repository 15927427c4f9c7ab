package dk.astra.reporting.meetings;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.meetings.MeetingStatus;
import dk.astra.reporting.facts.LatestStates;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The latest state of every meeting. Some hundreds a year, so they are read whole. */
@Component
public class KnownMeetings {

    private static final Sort BY_START = Sort.by("figures.startsOn", "_id");

    private final MongoTemplate mongo;
    private final LatestStates states;

    KnownMeetings(MongoTemplate mongo, LatestStates states) {
        this.mongo = mongo;
        this.states = states;
    }

    /** @param changesStatus whether the fact brought the meeting into its status */
    boolean store(KnownMeeting meeting, boolean changesStatus) {
        Document set = new Document("version", meeting.version())
                .append("title", states.stored(meeting.title()))
                .append("figures", states.stored(meeting.figures()));
        Document change = new Document("$set", set);
        if (changesStatus) {
            set.append("factId", meeting.factId());
        } else {
            change.append("$setOnInsert", new Document("factId", meeting.factId()));
        }
        return states.store("meetings", meeting.meetingId(), meeting.version(), new Document(), change);
    }

    /** By start. */
    public List<KnownMeeting> all() {
        return mongo.find(new Query().with(BY_START).cursorBatchSize(500), KnownMeeting.class);
    }

    /** By start. */
    public List<KnownMeeting> held() {
        return mongo.find(
                query(where("figures.status").is(MeetingStatus.HELD))
                        .with(BY_START)
                        .cursorBatchSize(500),
                KnownMeeting.class);
    }

    /** Titles of the meetings that are known among these. */
    public Map<String, LocalizedText> titles(Collection<String> meetingIds) {
        return mongo.find(query(where("_id").in(meetingIds)).with(Sort.by("_id")), KnownMeeting.class).stream()
                .collect(Collectors.toMap(KnownMeeting::meetingId, KnownMeeting::title));
    }
}
