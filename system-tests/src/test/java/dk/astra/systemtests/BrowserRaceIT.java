package dk.astra.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dk.astra.testsupport.Mail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** P1: two people at two browsers press the button at the same moment; one wins, and both are told the truth. */
class BrowserRaceIT {

    private final Stack stack = Stack.shared();
    private final Office office = new Office(stack);

    /** One of the two, at a browser: what it was told. */
    private interface Way {

        String go(Visitor visitor, Participant participant, CyclicBarrier together) throws Exception;
    }

    @BeforeAll
    static void needsABrowser() {
        Visitor.assumeABrowser();
    }

    @Test
    void theLastSeatGoesToOneOfTwo() throws Exception {
        String meeting = office.schedule(Office.meeting("Den sidste plads", 1));
        List<Participant> two = List.of(Participants.next(), Participants.next());

        Map<Participant, String> told = race(two, (visitor, participant, together) -> {
            visitor.fillsIn(stack.portal("/arrangementer/" + meeting).toString(), participant);
            together.await(60, TimeUnit.SECONDS);
            visitor.presses(AriaRole.BUTTON, "Send tilmelding");
            visitor.page().waitForURL("**/kvittering");
            return visitor.heading();
        });

        assertThat(told.values()).containsExactlyInAnyOrder("Du er tilmeldt", "Du står på ventelisten");
        for (JsonNode participant : office.participants(meeting)) {
            boolean seated = participant.path("status").asString().equals("CONFIRMED");
            assertThat(told.get(named(two, participant)))
                    .isEqualTo(seated ? "Du er tilmeldt" : "Du står på ventelisten");
        }
    }

    @Test
    void theLastSeatAtTheTwinGoesToOneOfTwoAndTheOtherKeepsTheirs() throws Exception {
        List<String> twins = office.scheduleTwins("Tvillingerne", 2, 1);
        String east = twins.getFirst();
        String west = twins.getLast();
        List<Participant> two = List.of(Participants.next(), Participants.next());
        SignUp signUp = new SignUp(new Http());
        for (Participant participant : two) {
            signUp.register(stack.registrations("/api/registrations"), participant, east)
                    .expect(201);
        }

        Map<Participant, String> told = race(two, (visitor, participant, together) -> {
            visitor.page().navigate(link(participant) + "/skift?til=" + west);
            visitor.sees("Skift til arrangementet i Vestdanmark");
            together.await(60, TimeUnit.SECONDS);
            visitor.presses(AriaRole.BUTTON, "Ja, skift");
            visitor.sees("Min tilmelding");
            return visitor.page().innerText("main");
        });

        assertThat(told.values())
                .as("what the two were told")
                .satisfiesOnlyOnce(text -> assertThat(text).contains("Du har skiftet arrangement"))
                .satisfiesOnlyOnce(text -> assertThat(text).doesNotContain("Du har skiftet arrangement"));
        List<JsonNode> inWest = confirmed(west);
        List<JsonNode> inEast = confirmed(east);
        assertThat(inWest).hasSize(1);
        assertThat(inEast).hasSize(1);
        assertThat(told.get(named(two, inWest.getFirst()))).contains("Du har skiftet arrangement");
        assertThat(told.get(named(two, inEast.getFirst()))).doesNotContain("Du har skiftet arrangement");
    }

    private List<JsonNode> confirmed(String meeting) {
        return office.participants(meeting).stream()
                .filter(participant -> participant.path("status").asString().equals("CONFIRMED"))
                .toList();
    }

    private static Participant named(List<Participant> people, JsonNode participant) {
        return people.stream()
                .filter(one -> one.name().equals(participant.path("name").asString()))
                .findFirst()
                .orElseThrow();
    }

    private String link(Participant participant) {
        Awaitility.await("mail to " + participant.email())
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> !stack.mails(participant.email()).isEmpty());
        Mail mail = stack.mails(participant.email()).getFirst();
        return mail.linkWith("/min/");
    }

    /** Each at a browser and in a thread of its own; {@code together} lets both go at once. */
    private static Map<Participant, String> race(List<Participant> people, Way way) throws Exception {
        CyclicBarrier together = new CyclicBarrier(people.size());
        Map<Participant, String> told = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(people.size())) {
            List<Future<String>> running = new ArrayList<>();
            for (Participant participant : people) {
                boolean javaScript = running.isEmpty();
                running.add(threads.submit(() -> {
                    try (Visitor visitor = Visitor.arrives(javaScript)) {
                        return way.go(visitor, participant, together);
                    }
                }));
            }
            for (int i = 0; i < people.size(); i++) {
                told.put(people.get(i), running.get(i).get(3, TimeUnit.MINUTES));
            }
        }
        return told;
    }
}
