package dk.astra.systemtests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dk.astra.systemtests.Office;
import dk.astra.systemtests.Participant;
import dk.astra.systemtests.Participants;
import dk.astra.systemtests.Stack;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * P11: registration-service is frozen while people find a meeting and sign up. They read what was known last, nothing
 * they typed is lost, and each is in once when it is back: by itself with JavaScript, by the button without.
 */
class OutageFlowsIT {

    private static final String AWAY = "registration-service";
    private static final Duration BACK = Duration.ofSeconds(90);

    private final Stack stack = Stack.shared();
    private final Office office = new Office(stack);
    private final Flows flows = new Flows(stack);
    private final CyclicBarrier beforeItGoes = together(() -> stack.pause(AWAY));
    private final CyclicBarrier beforeItIsBack = together(() -> stack.resume(AWAY));

    @AfterEach
    void isBack() {
        stack.resume(AWAY);
    }

    @Test
    void losesNothingThatOnePersonTyped() {
        String title = "Temadag i modvind";
        String meeting = office.schedule(Office.meeting(title, 40));
        Set<String> people = ConcurrentHashMap.newKeySet();
        flows.each("outage", guest -> {
            Participant participant = Participants.next();
            people.add(participant.email());
            guest.arrives("/arrangementer/" + meeting);
            guest.readsText(guest.say("meeting.left", 40));

            wait(beforeItGoes);
            guest.arrives("/");
            guest.looksUntil("ages.title");
            guest.sees("list-as-it-was", "list.title");
            guest.followsLink(guest.titled(title));
            guest.reads("ages.title");
            guest.readsText(guest.say("meeting.left", 40));
            guest.sees("meeting-as-it-was", Words.whole(guest.titled(title)));
            guest.follows("meeting.signup");
            guest.signsUp(participant);
            isKept(guest);
            guest.readsText(participant.email());

            wait(beforeItIsBack);
            getsIn(guest, Pattern.compile(".*/kvittering$"));
            guest.sees("receipt", "receipt.title");
        });
        assertThat(office.participants(meeting).stream()
                        .map(one -> one.path("email").asString())
                        .collect(Collectors.toList()))
                .as("each of them once")
                .containsExactlyInAnyOrderElementsOf(people);
    }

    @Test
    void losesNothingThatALeaderTyped() {
        String meeting = office.schedule(Office.meeting("Hele teamet i modvind", 40));
        Set<String> people = ConcurrentHashMap.newKeySet();
        flows.each("outage-group", guest -> {
            Participant leader = Participants.next();
            Participant named = Participants.next();
            people.add(named.email());
            guest.arrives("/arrangementer/" + meeting);
            guest.follows("group.title");
            guest.writes("group.leader", leader.name());
            guest.writes("group.email", leader.email());
            guest.writes("form.institution.missing", "Skolen ved åen");
            guest.writesAt(guest.words().like("group.row.name", 1), named.name());
            guest.writesAt(guest.words().like("group.row.email", 1), named.email());
            guest.presses("form.next");
            guest.readsText(named.email());

            wait(beforeItGoes);
            guest.presses("form.submit");
            isKept(guest);
            guest.readsText(named.email());

            wait(beforeItIsBack);
            getsIn(guest, Pattern.compile(".*/gruppe/.*"));
            guest.reads("group.receipt.seat");
            guest.sees("receipt", "group.receipt");
        });
        assertThat(office.participants(meeting).stream()
                        .map(one -> one.path("email").asString())
                        .collect(Collectors.toList()))
                .as("each of them once")
                .containsExactlyInAnyOrderElementsOf(people);
    }

    private static void isKept(Guest guest) {
        guest.reads("again.kept");
        guest.sees("kept", "again.title");
        if (guest.visit().javaScript()) {
            guest.look().expects("503 for " + guest.page().url());
            guest.reads("again.stop");
        }
    }

    /** Who has no JavaScript presses the button, again where it was too early. */
    private static void getsIn(Guest guest, Pattern receipt) {
        if (guest.visit().javaScript()) {
            guest.page().waitForURL(receipt, new Page.WaitForURLOptions().setTimeout(BACK.toMillis()));
            return;
        }
        Awaitility.await("the receipt").atMost(BACK).until(() -> {
            guest.presses("form.resend");
            return receipt.matcher(guest.page().url()).matches();
        });
    }

    /** All visits go on when the last of them has come here. */
    private static CyclicBarrier together(Runnable then) {
        return new CyclicBarrier(Visit.chosen().size(), then);
    }

    private static void wait(CyclicBarrier others) throws Exception {
        others.await(3, TimeUnit.MINUTES);
    }
}
