package dk.astra.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.testsupport.Mail;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** P2, P5, P6, P8: the whole journey through the public HTTP interfaces. */
class JourneyIT {

    private static final String PLAN = "rejse";
    private static final String MEASURE = "1.3-GS-3";

    private final Stack stack = Stack.shared();
    private final Office office = new Office(stack);
    private final SignUp signUp = new SignUp(new Http());
    private final URI registrations = stack.registrations("/api/registrations");

    @Test
    void leadsFromSignUpOverTheWaitingListToTheManagersPage() throws IOException {
        office.loadPlan(PLAN);
        int heldBefore = office.measure(PLAN, MEASURE).path("value").asInt();
        String meeting = office.schedule(Office.meetingToday("Følgegruppe mødes", 3));

        List<Participant> people = new ArrayList<>();
        List<JsonNode> receipts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            people.add(Participants.next());
            receipts.add(signUp.register(registrations, people.get(i), meeting)
                    .expect(201)
                    .json());
        }
        confirmsTheFirstThreeAndPutsTheOthersInLine(receipts);
        answersARepeatWithTheFirst(people, receipts, meeting);

        Mail confirmation = onlyMail(people.getFirst());
        assertThat(confirmation.calendarMethod()).isEqualTo("REQUEST");
        for (Participant waiting : people.subList(3, 5)) {
            assertThat(onlyMail(waiting).calendar()).isNull();
        }

        String link = receipts.getFirst().path("link").asString();
        assertThat(confirmation.text()).contains(SignUp.token(link));
        assertThat(signUp.cancel(stack, link).path("status").asString()).isEqualTo("CANCELLED");
        assertThat(signUp.cancel(stack, link).path("status").asString()).isEqualTo("CANCELLED");

        promotesTheFirstInLine(receipts);
        mailsTheCancellationAndThePromotion(people, confirmation);

        office.hold(meeting, 3);
        awaiting("the plan counts the meeting")
                .untilAsserted(() -> assertThat(
                                office.measure(PLAN, MEASURE).path("value").asInt())
                        .isEqualTo(heldBefore + 1));
        assertThat(office.trail(PLAN, MEASURE)
                        .path("facts")
                        .valueStream()
                        .map(fact -> fact.path("meetingId").asString("")))
                .contains(meeting);
    }

    private static void confirmsTheFirstThreeAndPutsTheOthersInLine(List<JsonNode> receipts) {
        assertThat(receipts.subList(0, 3)).allSatisfy(receipt -> {
            assertThat(receipt.path("status").asString()).isEqualTo("CONFIRMED");
            assertThat(receipt.path("repeated").asBoolean()).isFalse();
        });
        assertThat(receipts.subList(0, 3))
                .extracting(receipt -> receipt.path("seat").asInt())
                .containsExactlyInAnyOrder(1, 2, 3);
        assertThat(receipts.subList(3, 5))
                .extracting(receipt -> receipt.path("status").asString())
                .containsOnly("WAITLISTED");
        assertThat(receipts.subList(3, 5))
                .extracting(receipt -> receipt.path("placeInLine").asInt())
                .containsExactly(1, 2);
    }

    private void answersARepeatWithTheFirst(List<Participant> people, List<JsonNode> receipts, String meeting)
            throws IOException {
        for (int i : List.of(0, 4)) {
            JsonNode again = signUp.register(registrations, people.get(i), meeting)
                    .expect(200)
                    .json();
            assertThat(again.path("registrationId")).isEqualTo(receipts.get(i).path("registrationId"));
            assertThat(again.path("status")).isEqualTo(receipts.get(i).path("status"));
            assertThat(again.path("repeated").asBoolean()).isTrue();
            assertThat(again.path("link").asString("")).isEmpty();
        }
    }

    private void promotesTheFirstInLine(List<JsonNode> receipts) {
        awaiting("the first in line has the seat").untilAsserted(() -> {
            JsonNode promoted = signUp.mine(stack, receipts.get(3).path("link").asString());
            assertThat(promoted.path("status").asString()).isEqualTo("CONFIRMED");
            assertThat(promoted.path("seat").asInt())
                    .isEqualTo(receipts.getFirst().path("seat").asInt());
            assertThat(signUp.mine(stack, receipts.get(4).path("link").asString())
                            .path("placeInLine")
                            .asInt())
                    .isOne();
        });
    }

    private void mailsTheCancellationAndThePromotion(List<Participant> people, Mail confirmation) {
        awaiting("cancellation and promotion are mailed").untilAsserted(() -> {
            List<Mail> toTheFirst = stack.mails(people.getFirst().email());
            assertThat(toTheFirst).extracting(Mail::calendarMethod).containsExactly("REQUEST", "CANCEL");
            Mail cancellation = toTheFirst.getLast();
            assertThat(cancellation.calendarProperty("UID")).isEqualTo(confirmation.calendarProperty("UID"));
            assertThat(sequence(cancellation)).isGreaterThanOrEqualTo(sequence(confirmation));

            List<Mail> toTheFourth = stack.mails(people.get(3).email());
            assertThat(toTheFourth).extracting(Mail::calendarMethod).containsExactly(null, "REQUEST");
            assertThat(stack.mails(people.get(4).email())).hasSize(1);
        });
    }

    private static int sequence(Mail mail) {
        String sequence = mail.calendarProperty("SEQUENCE");
        return sequence == null ? 0 : Integer.parseInt(sequence);
    }

    private Mail onlyMail(Participant participant) {
        awaiting("a mail to " + participant.email())
                .untilAsserted(
                        () -> assertThat(stack.mails(participant.email())).hasSize(1));
        return stack.mails(participant.email()).getFirst();
    }

    private static ConditionFactory awaiting(String what) {
        return Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions();
    }
}
