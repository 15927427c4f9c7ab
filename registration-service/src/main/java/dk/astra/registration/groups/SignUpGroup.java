package dk.astra.registration.groups;

import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.people.Keys;
import dk.astra.registration.people.People;
import dk.astra.registration.registration.Application;
import dk.astra.registration.registration.InvitationRequired;
import dk.astra.registration.registration.MeetingUnknown;
import dk.astra.registration.registration.Register;
import dk.astra.web.FieldProblem;
import dk.astra.web.IdempotencyKey;
import dk.astra.web.InvalidFields;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signs several people up: the intent is stored first, so that nothing of it can be lost half done. */
@Component
public class SignUpGroup {

    private final KnownMeetings meetings;
    private final Groups groups;
    private final GroupTurns turns;
    private final SettleGroup settle;
    private final GroupDates dates;
    private final People people;
    private final Keys keys;
    private final Clock clock;

    SignUpGroup(
            KnownMeetings meetings,
            Groups groups,
            GroupTurns turns,
            SettleGroup settle,
            GroupDates dates,
            People people,
            Keys keys,
            Clock clock) {
        this.meetings = meetings;
        this.groups = groups;
        this.turns = turns;
        this.settle = settle;
        this.dates = dates;
        this.people = people;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The same key and request is answered with the first group.
     *
     * @throws GroupDoesNotFit when all were to get a seat, and not all can
     * @throws dk.astra.web.Refusal when nobody can sign up for the meeting
     */
    public Group signUp(GroupApplication application) {
        IdempotencyKey key = application.leader().idempotencyKey();
        if (key != null) {
            Optional<Group> first = groups.findByIdempotencyKey(key.value());
            if (first.isPresent()) {
                key.requireSame(first.get().fingerprint());
                return settle.settle(first.get());
            }
        }
        KnownMeeting meeting =
                meetings.findRecent(application.leader().meetingId()).orElseThrow(MeetingUnknown::new);
        Instant now = clock.instant();
        if (!meeting.isOpenAt(now)) {
            throw Register.refusal(meeting, now);
        }
        if (Register.isForInvitedOnly(meeting, application.leader().channel())) {
            throw new InvitationRequired();
        }
        Group asked = turns.ask(group(application, meeting, now));
        if (key != null) {
            key.requireSame(asked.fingerprint());
        }
        return settle.settle(asked);
    }

    private Group group(GroupApplication application, KnownMeeting meeting, Instant now) {
        Application leader = application.leader();
        Group group = new Group();
        group.id = UUID.randomUUID().toString();
        group.meetingId = meeting.id();
        group.turn = meeting.id();
        group.askedAt = now.truncatedTo(ChronoUnit.MILLIS);
        group.linkHash = Keys.hash(GroupLinks.token(keys, group.id));
        group.leaderId = people.idOf(keys.email(leader.contact().email()));
        group.leader = leader.contact();
        group.institutionNumber = leader.institutionNumber();
        group.municipalityCode = leader.municipalityCode();
        group.side = leader.side();
        group.channel = leader.channel();
        group.campaign = leader.campaign();
        group.fit = application.fit();
        group.rest = application.rest();
        group.nameBy = nameBy(application, meeting).toString();
        if (leader.idempotencyKey() != null) {
            group.idempotencyKey = leader.idempotencyKey().value();
            group.fingerprint = leader.idempotencyKey().fingerprint();
        }
        List<Group.Place> places = new ArrayList<>();
        for (GroupApplication.Person person : application.people()) {
            places.add(new Group.Place(
                    places.size() + 1,
                    person.contact() != null,
                    person.contact(),
                    person.role(),
                    Group.Outcome.UNDECIDED));
        }
        group.places = places;
        return group;
    }

    private LocalDate nameBy(GroupApplication application, KnownMeeting meeting) {
        LocalDate wanted = application.nameBy();
        if (wanted == null) {
            return dates.usual(meeting);
        }
        LocalDate first = dates.first();
        LocalDate last = dates.last(meeting);
        if (wanted.isBefore(first) || wanted.isAfter(last)) {
            throw new InvalidFields(
                    List.of(new FieldProblem("nameBy", "name-by", List.of(first.toString(), last.toString()))));
        }
        return wanted;
    }
}
