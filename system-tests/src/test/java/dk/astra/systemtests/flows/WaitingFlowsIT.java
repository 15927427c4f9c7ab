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
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** P6, P11: the waiting list: in line and out of it, a seat given or offered, two lines at once. */
class WaitingFlowsIT {

    private final Stack stack = Stack.shared();
    private final Office office = new Office(stack);
    private final Flows flows = new Flows(stack);
    private final Post post = new Post(stack);
    private final SignUp signUp = new SignUp(new Http());
    private final PassedTime time = new PassedTime(stack);

    /** Somebody else, by another way; answers the receipt. */
    private JsonNode signsUp(Guest guest, Participant participant, String meeting) throws IOException {
        return signUp.register(stack, participant, meeting, guest.visit().language());
    }

    private void cancels(JsonNode receipt) throws IOException {
        signUp.cancel(stack, receipt.path("link").asString());
    }

    @Test
    void waitsInLineMovesUpAndLeavesTheLine() {
        flows.each("line", guest -> {
            String meeting = office.schedule(Office.meeting("Fuldt hus", 1));
            JsonNode holder = signsUp(guest, Participants.next(), meeting);
            Participant participant = Participants.next();
            guest.arrives("/arrangementer/" + meeting);
            guest.looksUntil("meeting.joinwaitlist");
            guest.sees("meeting-full", Words.whole(guest.titled("Fuldt hus")));
            guest.follows("meeting.joinwaitlist");
            guest.signsUp(participant);
            guest.reads("waitlist.text", 1);
            guest.sees("receipt-line", "waitlist.title");

            Mail waits = post.mail(guest, participant, "waitlisted");
            assertThat(waits.calendarMethod()).isNull();
            guest.opens(waits.linkWith("/min/"));
            guest.reads("waitlist.text", 1);
            guest.sees("mine-in-line", "nav.mypage");

            Participant second = Participants.next();
            signsUp(guest, second, meeting);
            cancels(holder);
            guest.looksUntil("mine.CONFIRMED");
            guest.sees("mine-moved-up", "nav.mypage");
            assertThat(post.mail(guest, participant, "promoted").calendarMethod())
                    .isEqualTo("REQUEST");

            Guest other = guest.another();
            other.opens(post.mail(guest, second, "waitlisted").linkWith("/min/"));
            other.reads("waitlist.text", 1);
            other.follows("mine.leaveline");
            other.sees("leave-line", "cancel.line");
            other.presses("cancel.line.yes");
            other.reads("mine.CANCELLED");
            other.sees("mine-left-line", "nav.mypage");
            Mail goodbye = post.mail(guest, second, "cancelled-by-participant");
            assertThat(goodbye.calendarMethod()).isNull();
        });
    }

    @Test
    void isOfferedASeatAndDeclinesOrForgetsOrTakesIt() {
        flows.each("offer", guest -> {
            String meeting = office.schedule(
                    MeetingPlan.of("Svar på tilbuddet", 1).offering(48).body());
            JsonNode holder = signsUp(guest, Participants.next(), meeting);
            List<Participant> line = List.of(Participants.next(), Participants.next(), Participants.next());
            String forgetful = "";
            for (Participant one : line) {
                String id = signsUp(guest, one, meeting).path("registrationId").asString();
                time.hasWaitedForHours(id);
                forgetful = one == line.get(1) ? id : forgetful;
            }
            guest.opens(post.mail(guest, line.getFirst(), "waitlisted").linkWith("/min/"));
            guest.reads("offer.comes", 48);
            guest.sees("mine-in-line", "nav.mypage");

            cancels(holder);
            Mail first = post.mail(guest, line.getFirst(), "offered");
            assertThat(first.calendarMethod()).isNull();
            guest.opens(first.linkWith("/min/"));
            guest.reads("offer.OFFERED");
            guest.sees("mine-offered", "nav.mypage");
            guest.follows("offer.no");
            guest.sees("decline", "offer.decline");
            guest.follows("offer.decline.back");
            guest.follows("offer.no");
            guest.presses("offer.decline.yes");
            guest.reads("mine.OFFER_DECLINED");
            guest.sees("mine-declined", "nav.mypage");

            Guest second = guest.another();
            second.opens(post.mail(guest, line.get(1), "offered").linkWith("/min/"));
            second.reads("offer.OFFERED");
            time.offerEnds(forgetful, Instant.now());
            second.looksUntil("mine.OFFER_LAPSED");
            second.sees("mine-lapsed", "nav.mypage");
            assertThat(post.mail(guest, line.get(1), "offer-lapsed").linkWith("/arrangementer/"))
                    .contains(meeting);

            Guest third = guest.another();
            third.opens(post.mail(guest, line.get(2), "offered").linkWith("/min/"));
            third.presses("offer.yes.OFFERED");
            third.reads("offer.taken");
            third.sees("mine-taken", "nav.mypage");
            assertThat(post.mail(guest, line.get(2), "promoted").calendarMethod())
                    .isEqualTo("REQUEST");
        });
    }

    @Test
    void waitsInEastAndWestWhicheverComesFirst() {
        flows.each("either", guest -> {
            List<String> twins = office.scheduleTwins("Øst eller Vest", 1, 1);
            signsUp(guest, Participants.next(), twins.getFirst());
            JsonNode holderInWest = signsUp(guest, Participants.next(), twins.getLast());
            Participant participant = Participants.next();
            signsUp(guest, participant, twins.getFirst());
            guest.opens(post.mail(guest, participant, "waitlisted").linkWith("/min/"));
            String inEast = guest.page().url();
            guest.follows("both.link");
            guest.sees("both", "both.title");
            guest.presses("both.yes");
            guest.reads("both.waiting");
            guest.sees("mine-both", "nav.mypage");

            cancels(holderInWest);
            Mail seat = post.mail(guest, participant, "promoted");
            assertThat(seat.calendarMethod()).isEqualTo("REQUEST");
            guest.opens(seat.linkWith("/min/"));
            guest.reads("mine.CONFIRMED");
            guest.sees("mine-in-west", "nav.mypage");
            guest.opens(inEast);
            guest.looksUntil("mine.SEAT_AT_TWIN");
            guest.sees("mine-left-in-east", "nav.mypage");
            guest.follows("both.other");
            guest.reads("mine.CONFIRMED");
        });
    }
}
