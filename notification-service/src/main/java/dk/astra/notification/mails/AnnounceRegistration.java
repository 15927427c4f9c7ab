package dk.astra.notification.mails;

import dk.astra.contracts.deliveries.MailKind;
import dk.astra.contracts.registrations.CancelReason;
import dk.astra.contracts.registrations.RegistrationState;
import dk.astra.contracts.registrations.RegistrationStatus;
import dk.astra.messaging.Effect;
import dk.astra.messaging.FactHeaders;
import dk.astra.notification.registrations.KnownRegistration;
import dk.astra.notification.registrations.KnownRegistrations;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the participant what became of the registration: one mail per fact. The registrations of a poll are learned
 * before their mails are queued, so that a change of the meeting from then on reaches them: three round trips,
 * however many facts.
 */
@Component
public class AnnounceRegistration {

    private static final Logger log = LoggerFactory.getLogger(AnnounceRegistration.class);

    private final KnownRegistrations registrations;
    private final ForgetRegistration forget;
    private final Ledger ledger;
    private final Clock clock;

    AnnounceRegistration(KnownRegistrations registrations, ForgetRegistration forget, Ledger ledger, Clock clock) {
        this.registrations = registrations;
        this.forget = forget;
        this.ledger = ledger;
        this.clock = clock;
    }

    public RegistrationNews created(RegistrationState registration, FactHeaders fact) {
        if (registration.unnamedPlaceOf() != null) {
            return AnnounceGroup.silent(registration); // the group's mail tells of it
        }
        MailKind seat = registration.calendarEntry() == null ? MailKind.CONFIRMED : MailKind.MOVED;
        MailKind place = registration.offeredUntil() == null ? MailKind.WAITLISTED : MailKind.CONFIRM_EMAIL;
        MailKind kind = registration.status() == RegistrationStatus.WAITLISTED ? place : seat;
        return news(registration, cause(kind, registration, false, fact));
    }

    /** A place that a leader had taken has its person: to them it is as if it were new. */
    public RegistrationNews named(RegistrationState registration, FactHeaders fact) {
        return created(registration, fact);
    }

    public RegistrationNews promoted(RegistrationState registration, FactHeaders fact) {
        if (registration.unnamedPlaceOf() != null) {
            return registration.togetherWith() == null
                    ? AnnounceGroup.place(MailKind.GROUP_PLACE_PROMOTED, registration, fact)
                    : AnnounceGroup.silent(registration); // told of all places at once
        }
        // who never stood in line has confirmed the mailbox
        MailKind kind = registration.waitingNumber() == null ? MailKind.CONFIRMED : MailKind.PROMOTED;
        return news(registration, cause(kind, registration, false, fact));
    }

    public RegistrationNews offered(RegistrationState registration, FactHeaders fact) {
        return news(registration, cause(MailKind.OFFERED, registration, false, fact));
    }

    public RegistrationNews cancelled(RegistrationState registration, Ending ending, FactHeaders fact) {
        if (registration.unnamedPlaceOf() != null) {
            return switch (ending.by()) {
                case PARTICIPANT -> AnnounceGroup.silent(registration); // the leader did it, or it lapsed
                case ORGANISER -> AnnounceGroup.place(MailKind.GROUP_PLACE_CANCELLED, registration, fact);
                case MEETING -> AnnounceGroup.place(MailKind.MEETING_CANCELLED, registration, fact);
            };
        }
        if (ending.reason() == CancelReason.SEAT_AT_TWIN) {
            // the mail about the seat there says so; more is to be said only where a seat was given back
            return ending.gaveUpASeat()
                    ? news(registration, cause(MailKind.SEAT_AT_TWIN, registration, true, fact))
                    : news(registration);
        }
        if (ending.reason() == CancelReason.OFFER_LAPSED) {
            return news(registration, cause(MailKind.OFFER_LAPSED, registration, false, fact));
        }
        MailKind kind = switch (ending.by()) {
            case PARTICIPANT ->
                ending.leaderOf() == null ? MailKind.CANCELLED_BY_PARTICIPANT : MailKind.CANCELLED_BY_LEADER;
            case ORGANISER -> MailKind.CANCELLED_BY_ORGANISER;
            case MEETING -> MailKind.MEETING_CANCELLED;
        };
        return news(registration, cause(kind, registration, ending.gaveUpASeat(), fact));
    }

    public RegistrationNews linkRequested(RegistrationState registration, FactHeaders fact) {
        if (registration.unnamedPlaceOf() != null) {
            return AnnounceGroup.place(MailKind.LINK, registration, fact);
        }
        return news(registration, cause(MailKind.LINK, registration, false, fact));
    }

    /** Both are told: who has the seat now, and who gave it. */
    public RegistrationNews transferred(RegistrationState registration, String previousPersonId, FactHeaders fact) {
        Cause given = cause(MailKind.SEAT_GIVEN, registration, previousPersonId, true, fact);
        return news(registration, cause(MailKind.SEAT_RECEIVED, registration, false, fact), given);
    }

    /** A change that nobody is written to about; a move to the twin meeting is told by the registration there. */
    public RegistrationNews changed(RegistrationState registration) {
        return news(registration);
    }

    public RegistrationNews erased(RegistrationState registration) {
        return new RegistrationNews(known(registration), List.of(), true);
    }

    private static RegistrationNews news(RegistrationState registration, Cause... causes) {
        return new RegistrationNews(known(registration), List.of(causes), false);
    }

    private static Cause cause(MailKind kind, RegistrationState registration, boolean heldSeat, FactHeaders fact) {
        return cause(kind, registration, registration.personId(), heldSeat, fact);
    }

    private static Cause cause(
            MailKind kind, RegistrationState registration, String personId, boolean heldSeat, FactHeaders fact) {
        return new Cause(
                kind,
                fact.id(),
                registration.registrationId(),
                registration.version(),
                personId,
                registration.meetingId(),
                heldSeat,
                Set.of(),
                calendarEntry(registration),
                fact.traceparent(),
                registration.offeredUntil(),
                registration.eitherOf() != null,
                registration.togetherWith() != null,
                Boolean.TRUE.equals(registration.unanswered()));
    }

    private static String calendarEntry(RegistrationState registration) {
        String kept = registration.calendarEntry();
        return kept == null ? registration.registrationId() : kept;
    }

    private static KnownRegistration known(RegistrationState registration) {
        if (registration.unnamedPlaceOf() != null) {
            return AnnounceGroup.known(registration);
        }
        return new KnownRegistration(
                registration.registrationId(),
                registration.meetingId(),
                registration.personId(),
                registration.status(),
                registration.version(),
                calendarEntry(registration),
                registration.offeredUntil(),
                false);
    }

    /** @return what each did, in the order given */
    public List<Effect> announce(List<RegistrationNews> news) {
        List<Effect> effects = new ArrayList<>(news.size());
        int from = 0;
        for (int i = 0; i < news.size(); i++) {
            if (news.get(i).erased()) {
                effects.addAll(together(news.subList(from, i)));
                effects.add(forget.forget(news.get(i).registration().registrationId()));
                from = i + 1;
            }
        }
        effects.addAll(together(news.subList(from, news.size())));
        return effects;
    }

    private List<Effect> together(List<RegistrationNews> news) {
        if (news.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        Map<String, KnownRegistration> newest = new HashMap<>(registrations.findAll(
                news.stream().map(each -> each.registration().registrationId()).toList()));
        Map<String, KnownRegistration> learned = new LinkedHashMap<>();
        List<Mail> due = new ArrayList<>();
        List<Effect> effects = new ArrayList<>(news.size());
        Map<String, Integer> undecided = new HashMap<>();
        for (RegistrationNews each : news) {
            KnownRegistration told = each.registration();
            KnownRegistration known = newest.get(told.registrationId());
            boolean later = known == null || known.version() < told.version();
            if (later) {
                newest.put(told.registrationId(), told);
                learned.put(told.registrationId(), told);
            }
            boolean overtaken = known != null && known.version() > told.version() && known.status() != told.status();
            for (Cause cause : each.causes()) {
                Mail mail = Mail.due(cause, now);
                due.add(overtaken ? mail.withdrawn(Reason.OVERTAKEN) : mail);
                undecided.putIfAbsent(mail.id(), effects.size());
            }
            effects.add(later ? Effect.APPLIED : Effect.REPEATED);
        }
        registrations.learn(learned.values());
        Set<String> queued = ledger.queue(due);
        due.stream().filter(mail -> queued.contains(mail.id())).forEach(AnnounceRegistration::tell);
        queued.forEach(mailId -> {
            Integer place = undecided.get(mailId);
            if (place != null) {
                effects.set(place, Effect.APPLIED);
            }
        });
        return effects;
    }

    private static void tell(Mail due) {
        log.info(
                "mail {} is due: {} of registration {}{}",
                due.id(),
                due.cause().kind(),
                due.cause().registrationId(),
                due.state() == State.QUEUED ? "" : ", " + due.state() + " " + due.reason());
    }
}
