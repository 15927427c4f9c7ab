package dk.astra.systemtests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.systemtests.Http;
import dk.astra.systemtests.MeetingPlan;
import dk.astra.systemtests.Office;
import dk.astra.systemtests.Participant;
import dk.astra.systemtests.Participants;
import dk.astra.systemtests.SignUp;
import dk.astra.systemtests.Stack;
import dk.astra.testsupport.Mail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * P1, P6: an offer ends while it is being accepted. The person presses at two browsers at the same moment and is told one
 * truth; the seat is the person's or that of the next in line, and nobody else's.
 */
class OfferRaceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration READY = Duration.ofMillis(1_500);

    /** How long after the end of the offer the button is pressed, in milliseconds. */
    private static final List<Integer> MOMENTS = List.of(-1_000, -60, 0, 60, 3_000);

    private static final List<Visit> BROWSERS = List.of(new Visit("da", true, 320), new Visit("en", false, 320));

    private final Stack stack = Stack.shared();
    private final Office office = new Office(stack);
    private final SignUp signUp = new SignUp(new Http());
    private final PassedTime time = new PassedTime(stack);

    /** Of one round: what the two browsers said, the first one after another look too. */
    private record Told(List<String> atOnce, List<String> later) {}

    @Test
    void anOfferThatEndsWhileItIsTakenHasOneEnd() throws Exception {
        Browsers.assumeABrowser();
        Map<Integer, String> ends = new LinkedHashMap<>();
        for (int moment : MOMENTS) {
            ends.put(moment, round(moment));
        }
        System.out.println("  offers by the moment of pressing, ms after their end: " + ends);
        assertThat(ends.get(MOMENTS.getFirst())).as("control: in time").isEqualTo("CONFIRMED");
        assertThat(ends.get(MOMENTS.getLast())).as("control: too late").isEqualTo("OFFER_LAPSED");
    }

    private String round(int moment) throws Exception {
        String meeting = office.schedule(
                MeetingPlan.of("Tilbud til sidste øjeblik", 1).offering(24).body());
        JsonNode holder = signUp.register(stack, Participants.next(), meeting, "da");
        JsonNode offered = signUp.register(stack, Participants.next(), meeting, "da");
        Participant next = Participants.next();
        JsonNode inLine = signUp.register(stack, next, meeting, "da");
        for (JsonNode one : List.of(offered, inLine)) {
            time.hasWaitedForHours(one.path("registrationId").asString());
        }
        signUp.cancel(stack, holder.path("link").asString());
        awaitStatus(offered, "OFFERED");

        Told told = press(offered, moment);
        String end = told.later().getFirst();
        assertThat(told.atOnce()).as("told, pressed at %d", moment).containsOnly(end);
        assertThat(told.later())
                .as("told after another look, pressed at %d", moment)
                .containsOnly(end);

        boolean taken = end.equals("CONFIRMED");
        awaitStatus(offered, taken ? "CONFIRMED" : "CANCELLED");
        awaitStatus(inLine, taken ? "WAITLISTED" : "OFFERED");
        assertThat(office.participants(meeting))
                .as("seats, pressed at %d", moment)
                .filteredOn(one -> List.of("CONFIRMED", "OFFERED")
                        .contains(one.path("status").asString()))
                .hasSize(1);
        Words words = Words.of(stack.root(), "da");
        if (!taken) {
            awaitOffer(next, words);
        }
        assertThat(offers(next, words)).hasSize(taken ? 0 : 1);
        return end;
    }

    private void awaitOffer(Participant next, Words words) {
        Awaitility.await("the next in line is asked")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> !offers(next, words).isEmpty());
    }

    private List<Mail> offers(Participant next, Words words) {
        return stack.mails(next.email()).stream()
                .filter(mail -> mail.subject().startsWith(words.subject("offered")))
                .toList();
    }

    private Told press(JsonNode offered, int moment) throws Exception {
        CountDownLatch ready = new CountDownLatch(BROWSERS.size());
        CountDownLatch now = new CountDownLatch(1);
        List<Future<List<String>>> running = new ArrayList<>();
        for (Visit visit : BROWSERS) {
            running.add(Browsers.with(visit, context -> {
                Look look = new Look(
                        visit, stack.root().resolve("system-tests/target/screens/offer-race"), "", stack.portal("/"));
                Guest guest = new Guest(stack, visit, Words.of(stack.root(), visit.language()), look, context);
                guest.opens(offered.path("link").asString() + "?lang=" + visit.language());
                guest.reaches("offer.yes.OFFERED");
                ready.countDown();
                now.await(30, TimeUnit.SECONDS);
                guest.keys().leaveBy("Enter");
                String atOnce = told(guest);
                look.picture(guest.page(), "pressed-at-" + moment + "-" + visit);
                guest.opens(offered.path("link").asString());
                return List.of(atOnce, told(guest));
            }));
        }
        assertThat(ready.await(60, TimeUnit.SECONDS)).isTrue();
        Instant end = Instant.now().plus(READY);
        time.offerEnds(offered.path("registrationId").asString(), end);
        long until = Duration.between(Instant.now(), end.plusMillis(moment)).toMillis();
        CompletableFuture.delayedExecutor(until, TimeUnit.MILLISECONDS).execute(now::countDown);
        List<String> atOnce = new ArrayList<>();
        List<String> later = new ArrayList<>();
        for (Future<List<String>> one : running) {
            atOnce.add(one.get(2, TimeUnit.MINUTES).getFirst());
            later.add(one.get().getLast());
        }
        return new Told(atOnce, later);
    }

    /** The states that the page tells of; more than one is a contradiction. */
    private static String told(Guest guest) {
        List<String> states = List.of("CONFIRMED", "OFFERED", "OFFER_LAPSED", "WAITLISTED", "CANCELLED");
        return String.join(
                "+",
                Stream.concat(
                                states.stream().filter(state -> guest.isTold("mine." + state)),
                                guest.isTold("mine.CONFIRMED") && guest.isTold("mine.refused")
                                        ? Stream.of("refused")
                                        : Stream.of())
                        .toList());
    }

    private void awaitStatus(JsonNode receipt, String status) {
        Awaitility.await(status + " of " + receipt.path("registrationId").asString())
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                signUp.mine(stack, receipt.path("link").asString())
                                        .path("status")
                                        .asString())
                        .isEqualTo(status));
    }
}
