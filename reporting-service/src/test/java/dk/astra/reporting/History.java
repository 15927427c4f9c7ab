package dk.astra.reporting;

import dk.astra.contracts.Fact;
import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import dk.astra.contracts.deliveries.MailDeferred;
import dk.astra.contracts.deliveries.MailFailed;
import dk.astra.contracts.deliveries.MailKind;
import dk.astra.contracts.deliveries.MailSent;
import dk.astra.contracts.deliveries.MailState;
import dk.astra.contracts.meetings.MeetingCancelled;
import dk.astra.contracts.meetings.MeetingChanged;
import dk.astra.contracts.meetings.MeetingHeld;
import dk.astra.contracts.meetings.MeetingRescheduled;
import dk.astra.contracts.meetings.MeetingScheduled;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.contracts.meetings.MeetingType;
import dk.astra.contracts.registrations.AttendanceRecorded;
import dk.astra.contracts.registrations.CancelledBy;
import dk.astra.contracts.registrations.RegistrationCancelled;
import dk.astra.contracts.registrations.RegistrationChanged;
import dk.astra.contracts.registrations.RegistrationCreated;
import dk.astra.contracts.registrations.RegistrationErased;
import dk.astra.contracts.registrations.RegistrationOffered;
import dk.astra.contracts.registrations.RegistrationPromoted;
import dk.astra.contracts.registrations.RegistrationState;
import dk.astra.contracts.registrations.RegistrationStatus;
import dk.astra.testsupport.MeetingBuilder;
import dk.astra.testsupport.RegistrationBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** An invented year: the facts of meetings, registrations and mails, each aggregate's in order. */
final class History {

    /** A fact with its headers. */
    record Told(String stream, String id, String subject, long sequence, Instant time, Fact fact) {}

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);

    private final Random random;
    private final List<List<Told>> aggregates = new ArrayList<>();
    private final List<String> meetings = new ArrayList<>();

    private History(long seed) {
        this.random = new Random(seed);
    }

    static History of(long seed, int meetings, int registrations, int mails) {
        History history = new History(seed);
        for (int i = 0; i < meetings; i++) {
            history.meeting(i);
        }
        for (int i = 0; i < registrations; i++) {
            history.registration(registrations / 2);
        }
        for (int i = 0; i < mails; i++) {
            history.mail();
        }
        return history;
    }

    /** All facts, each aggregate in order, the aggregates mixed; so much of them delivered again later. */
    List<Told> delivered(long seed, double repeated) {
        Random order = new Random(seed);
        List<Integer> turns = new ArrayList<>();
        for (int i = 0; i < aggregates.size(); i++) {
            turns.addAll(Collections.nCopies(aggregates.get(i).size(), i));
        }
        Collections.shuffle(turns, order);
        int[] next = new int[aggregates.size()];
        List<Told> delivered = new ArrayList<>();
        for (int turn : turns) {
            delivered.add(aggregates.get(turn).get(next[turn]++));
            if (order.nextDouble() < repeated) {
                delivered.add(delivered.get(order.nextInt(delivered.size())));
            }
        }
        return delivered;
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private void tell(List<Told> facts, String stream, String subject, Fact fact) {
        Instant time = Instant.parse("2026-11-22T09:00:00Z").plusSeconds(random.nextInt(100_000));
        facts.add(new Told(stream, uuid(), subject, facts.size() + 1, time, fact));
    }

    private void meeting(int number) {
        List<Told> facts = new ArrayList<>();
        String id = uuid();
        MeetingType type = MeetingType.values()[random.nextInt(MeetingType.values().length)];
        MeetingBuilder builder = MeetingBuilder.aMeeting()
                .withId(id)
                .withType(type)
                .withNetwork(Network.values()[random.nextInt(4)])
                .withSide(Side.values()[random.nextInt(2)])
                .withTitle("Møde " + number, "Meeting " + number)
                .startingAt(FIRST.plusDays(random.nextInt(365)).atTime(9, 0));
        if (chance(0.5)) {
            builder.withAgendaTags("ABC");
        }
        if (chance(0.4)) {
            builder.inSeries("series-" + number / 4);
        }
        tell(facts, "meetings", id, new MeetingScheduled(builder.withVersion(1).build()));
        if (chance(0.4)) {
            tell(
                    facts,
                    "meetings",
                    id,
                    new MeetingChanged(builder.withCapacity(30).withVersion(2).build(), Set.of("capacity")));
        }
        if (chance(0.4)) {
            LocalDateTime moved = FIRST.plusDays(random.nextInt(365)).atTime(10, 0);
            MeetingState state =
                    builder.startingAt(moved).withVersion(facts.size() + 1).build();
            tell(
                    facts,
                    "meetings",
                    id,
                    new MeetingRescheduled(
                            state, moved.minusDays(7), moved.minusDays(7).plusHours(6)));
        }
        if (chance(0.6)) {
            tell(
                    facts,
                    "meetings",
                    id,
                    new MeetingHeld(builder.held(random.nextInt(40))
                            .withVersion(facts.size() + 1)
                            .build()));
            if (chance(0.3)) {
                tell(
                        facts,
                        "meetings",
                        id,
                        new MeetingHeld(
                                builder.held(41).withVersion(facts.size() + 1).build()));
            }
        } else if (chance(0.4)) {
            tell(
                    facts,
                    "meetings",
                    id,
                    new MeetingCancelled(
                            builder.cancelled().withVersion(facts.size() + 1).build()));
        }
        aggregates.add(facts);
        meetings.add(id);
    }

    private String anyMeeting() {
        return chance(0.02) ? "never-told" : meetings.get(random.nextInt(meetings.size()));
    }

    private void registration(int people) {
        List<Told> facts = new ArrayList<>();
        String id = uuid();
        RegistrationBuilder builder = RegistrationBuilder.aRegistration()
                .withId(id)
                .forMeeting(anyMeeting())
                .ofPerson("person-" + random.nextInt(people))
                .registeredAt(Instant.parse("2026-11-22T09:00:00Z").plusSeconds(random.nextInt(100_000)))
                .fromInstitution(chance(0.8) ? "9000" + (10 + random.nextInt(30)) : null)
                .fromMunicipality(chance(0.9) ? "0" + (101 + random.nextInt(60)) : null, Side.EAST);
        boolean waits = chance(0.4);
        RegistrationStatus status = waits ? RegistrationStatus.WAITLISTED : RegistrationStatus.CONFIRMED;
        if (waits) {
            builder.waitlisted(3);
        }
        tell(
                facts,
                "registrations",
                id,
                new RegistrationCreated(builder.withVersion(1).build()));
        if (waits && chance(0.3)) {
            builder.offeredUntil(Instant.parse("2026-11-24T09:00:00Z"));
            tell(facts, "registrations", id, new RegistrationOffered(version(builder, facts)));
        }
        builder.offeredUntil(null);
        if (waits && chance(0.5)) {
            status = RegistrationStatus.CONFIRMED;
            tell(facts, "registrations", id, new RegistrationPromoted(version(builder.onSeat(4), facts)));
        }
        if (chance(0.3)) {
            builder.fromInstitution("900099");
            tell(
                    facts,
                    "registrations",
                    id,
                    new RegistrationChanged(version(builder, facts), Set.of("institutionNumber")));
        }
        if (chance(0.2)) {
            builder.cancelled();
            tell(
                    facts,
                    "registrations",
                    id,
                    new RegistrationCancelled(version(builder, facts), CancelledBy.PARTICIPANT, status));
        } else if (chance(0.5)) {
            tell(facts, "registrations", id, new AttendanceRecorded(version(builder, facts), chance(0.7)));
            if (chance(0.2)) {
                tell(facts, "registrations", id, new AttendanceRecorded(version(builder, facts), chance(0.5)));
            }
        }
        if (chance(0.15)) {
            tell(facts, "registrations", id, new RegistrationErased(version(builder, facts)));
            if (chance(0.3)) {
                tell(facts, "registrations", id, new AttendanceRecorded(version(builder, facts), true));
            }
        }
        aggregates.add(facts);
    }

    private static RegistrationState version(RegistrationBuilder builder, List<Told> facts) {
        return builder.withVersion(facts.size() + 1).build();
    }

    private void mail() {
        List<Told> facts = new ArrayList<>();
        String id = uuid();
        String meeting = anyMeeting();
        int deferred = random.nextInt(3);
        for (int i = 0; i < deferred; i++) {
            tell(
                    facts,
                    "deliveries",
                    id,
                    new MailDeferred(mail(id, meeting, facts), "SMTP_UNREACHABLE", Instant.EPOCH));
        }
        if (deferred == 0 || chance(0.8)) {
            Fact last = chance(0.9)
                    ? new MailSent(mail(id, meeting, facts))
                    : new MailFailed(mail(id, meeting, facts), "ADDRESS_REFUSED");
            tell(facts, "deliveries", id, last);
        }
        aggregates.add(facts);
    }

    private static MailState mail(String id, String meeting, List<Told> facts) {
        return new MailState(id, facts.size() + 1, MailKind.CONFIRMED, "cause", "registration", meeting, "person", 1);
    }
}
