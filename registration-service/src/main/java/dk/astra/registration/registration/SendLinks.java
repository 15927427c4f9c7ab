package dk.astra.registration.registration;

import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.people.Keys;
import dk.astra.registration.people.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends the personal links of a mailbox to that mailbox: one mail for each live registration at a meeting ahead, and
 * not again within ten minutes. Who asked learns nothing.
 */
@Component
public class SendLinks {

    private static final Logger log = LoggerFactory.getLogger(SendLinks.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int MOST = 20;

    private final People people;
    private final Registrations registrations;
    private final KnownMeetings meetings;
    private final RegistrationFacts facts;
    private final Keys keys;
    private final Clock clock;

    SendLinks(
            People people,
            Registrations registrations,
            KnownMeetings meetings,
            RegistrationFacts facts,
            Keys keys,
            Clock clock) {
        this.people = people;
        this.registrations = registrations;
        this.meetings = meetings;
        this.facts = facts;
        this.keys = keys;
        this.clock = clock;
    }

    /** Returns after one read, whoever the mailbox belongs to; the links are sent behind the answer. */
    public void to(String email) {
        Optional<String> personId = people.known(keys.email(email));
        personId.ifPresent(known -> Thread.ofVirtual().name("send-links").start(() -> sendAll(known)));
    }

    private void sendAll(String personId) {
        try {
            Set<String> groups = new HashSet<>();
            registrations.findByPerson(personId).stream()
                    .filter(this::isOfUse)
                    // the places of a group without a person have one link, the leader's
                    .filter(registration -> !registration.isUnnamed() || groups.add(registration.groupId))
                    .limit(MOST)
                    .forEach(this::send);
        } catch (RuntimeException e) {
            log.warn("links of person {} were not all sent: {}", personId, e.toString());
        }
    }

    private boolean isOfUse(Registration registration) {
        return registration.status().isLive()
                && registration.contact() != null
                && meetings.findRecent(registration.meetingId())
                        .filter(meeting -> meeting.isAheadAt(clock.instant()))
                        .isPresent();
    }

    /** Somebody else's change comes first: then the mail that tells of it has the link, or the next request sends it. */
    private void send(Registration registration) {
        Instant now = clock.instant();
        if (registration.linkSentAt != null && now.isBefore(registration.linkSentAt.plus(PAUSE))) {
            return;
        }
        registrations
                .change(
                        registration,
                        copy -> {
                            copy.linkSentAt = now;
                            return copy;
                        },
                        facts::linkRequested)
                .ifPresent(written -> facts.relay(registration.id(), written.outbox()));
    }
}
