package dk.astra.reporting.meetings;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.meetings.MeetingStatus;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The latest state of every meeting. Some hundreds a year, so they are read whole. */
@Component
public class KnownMeetings {

    private static final Sort BY_START = Sort.by("figures.startsOn", "_id");

    private final MongoTemplate mongo;

    KnownMeetings(MongoTemplate mongo) {
        this.mongo = mongo;
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
