package dk.astra.reporting.reach;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.limit;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.sort;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dk.astra.contracts.meetings.MeetingStatus;
import dk.astra.reporting.meetings.KnownMeeting;
import dk.astra.reporting.meetings.KnownMeetings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Opens the list behind a figure of the reach: one fact for each thing counted. */
@Component
public class FactsBehind {

    private final MongoTemplate mongo;
    private final KnownMeetings meetings;

    FactsBehind(MongoTemplate mongo, KnownMeetings meetings) {
        this.mongo = mongo;
        this.meetings = meetings;
    }

    /**
     * What is asked for.
     *
     * @param meetingId only this meeting; null for all of the period
     * @param after the {@link Page#next()} of the page before
     * @param limit facts on a page
     */
    public record Question(
            Figure figure,
            Period period,
            @Nullable String meetingId,
            @Nullable String after,
            int limit) {}

    /**
     * A thing counted.
     *
     * @param key orders the list: its id, or for different people and the like the id that differs
     * @param subject the thing that the fact is about
     * @param counts what it adds to the figure
     */
    public record Entry(String key, String subject, String factId, int counts) {}

    /** @param next where the next page begins; null on the last */
    public record Page(List<Entry> entries, @Nullable String next) {}

    public Page page(Question asked) {
        List<Entry> entries = switch (asked.figure()) {
            case MEETINGS_SCHEDULED, MEETINGS_HELD, MEETINGS_CANCELLED, ATTENDANCE -> ofMeetings(asked);
            case PEOPLE -> different(asked, "figures.personId");
            case INSTITUTIONS -> different(asked, "figures.institutionNumber");
            case MUNICIPALITIES -> different(asked, "figures.municipalityCode");
            case MAILS_SENT -> states(asked, "mails", where("figures.outcome").is("SENT"), "factId");
            case MAILS_FAILED -> states(asked, "mails", where("figures.outcome").is("FAILED"), "factId");
            case MAILS_DEFERRED ->
                states(asked, "mails", where("figures.outcome").is("DEFERRED"), "factId");
            case REGISTRATIONS -> states(asked, "registrations", new Criteria(), "factId");
            case ATTENDED -> states(asked, "registrations", where("attended").is(true), "attendedFactId");
            case ERASED -> states(asked, "registrations", where("erased").is(true), "erasedFactId");
            case CONFIRMED, WAITLISTED, CANCELLED ->
                states(
                        asked,
                        "registrations",
                        where("figures.status").is(asked.figure().name()),
                        "factId");
        };
        return entries.size() > asked.limit()
                ? new Page(
                        entries.subList(0, asked.limit()),
                        entries.get(asked.limit() - 1).key())
                : new Page(entries, null);
    }

    private List<Entry> ofMeetings(Question asked) {
        return meetings.all().stream()
                .filter(meeting -> isAskedFor(meeting, asked))
                .map(meeting -> new Entry(
                        meeting.meetingId(),
                        meeting.meetingId(),
                        meeting.factId(),
                        asked.figure() == Figure.ATTENDANCE ? ReadReach.attendance(meeting) : 1))
                .sorted(Comparator.comparing(Entry::key))
                .filter(entry -> asked.after() == null || entry.key().compareTo(asked.after()) > 0)
                .limit(asked.limit() + 1L)
                .toList();
    }

    private static boolean isAskedFor(KnownMeeting meeting, Question asked) {
        MeetingStatus status = switch (asked.figure()) {
            case MEETINGS_SCHEDULED -> MeetingStatus.SCHEDULED;
            case MEETINGS_CANCELLED -> MeetingStatus.CANCELLED;
            default -> MeetingStatus.HELD;
        };
        return meeting.figures().status() == status
                && asked.period().covers(meeting.figures().startsOn())
                && (asked.meetingId() == null || asked.meetingId().equals(meeting.meetingId()));
    }

    private List<Entry> states(Question asked, String collection, Criteria criteria, String fact) {
        Collection<String> ids = meetingIds(asked);
        if (ids != null) {
            criteria.and("meetingId").in(ids);
        }
        if (asked.after() != null) {
            criteria.and("_id").gt(asked.after());
        }
        List<Document> found =
                mongo.find(query(criteria).with(Sort.by("_id")).limit(asked.limit() + 1), Document.class, collection);
        return found.stream()
                .map(state -> new Entry(state.getString("_id"), state.getString("_id"), state.getString(fact), 1))
                .toList();
    }

    /** The earliest registration of each. */
    private List<Entry> different(Question asked, String field) {
        Criteria beyond = asked.after() == null ? new Criteria() : where("_id").gt(asked.after());
        var grouped = newAggregation(
                match(Counts.live(field, meetingIds(asked))),
                sort(Sort.by("registeredAt", "_id")),
                group(field).first("_id").as("subject").first("factId").as("factId"),
                match(beyond),
                sort(Sort.by("_id")),
                limit(asked.limit() + 1L));
        List<Entry> entries = new ArrayList<>();
        for (Document row : mongo.aggregate(grouped, "registrations", Document.class)) {
            entries.add(new Entry(row.getString("_id"), row.getString("subject"), row.getString("factId"), 1));
        }
        return entries;
    }

    /** Null where nothing limits. */
    private @Nullable Collection<String> meetingIds(Question asked) {
        if (!asked.period().isLimited()) {
            return asked.meetingId() == null ? null : List.of(asked.meetingId());
        }
        return meetings.all().stream()
                .filter(meeting -> asked.period().covers(meeting.figures().startsOn()))
                .map(KnownMeeting::meetingId)
                .filter(id -> asked.meetingId() == null || asked.meetingId().equals(id))
                .toList();
    }
}
