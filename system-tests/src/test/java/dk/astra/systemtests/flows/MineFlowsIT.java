package dk.astra.systemtests.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.systemtests.Http;
import dk.astra.systemtests.Office;
import dk.astra.systemtests.Participant;
import dk.astra.systemtests.Participants;
import dk.astra.systemtests.SignUp;
import dk.astra.systemtests.Stack;
import dk.astra.testsupport.Mail;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P11: what somebody does with a seat: see, change, cancel, pass on, switch, take the data along, delete it. */
class MineFlowsIT {

    private final Stack stack = Stack.shared();
    private final Office office = new Office(stack);
    private final Flows flows = new Flows(stack);
    private final Post post = new Post(stack);
    private final SignUp signUp = new SignUp(new Http());

    @BeforeEach
    void theRegistersAreKnown() {
        office.loadRegisters();
    }

    /** Somebody with a seat opens the link of the confirmation. */
    private Mail opensTheLink(Guest guest, Participant participant, String meeting) throws IOException {
        signUp.register(stack, participant, meeting, guest.visit().language());
        Mail confirmation = post.mail(guest, participant, "confirmed");
        guest.opens(confirmation.linkWith("/min/"));
        return confirmation;
    }

    @Test
    void changesAnswersTakesTheDataAlongAndCancels() {
        String title = "Netværksmøde om klima";
        String meeting = office.schedule(Office.meeting(title, 20));
        flows.each("mine", guest -> {
            Participant participant = Participants.next();
            Mail confirmation = opensTheLink(guest, participant, meeting);
            guest.reads("mine.CONFIRMED");
            guest.sees("mine", "nav.mypage");

            guest.follows("mine.change");
            guest.sees("change", "mine.change");
            guest.writes("form.name", "");
            guest.presses("mine.change.save");
            guest.reads("error.summary");
            guest.sees("change-errors", "mine.change");
            guest.writes("form.name", participant.name());
            guest.writes("form.jobtitle", "Naturfagsvejleder");
            guest.writes("form.institution", "Skolen ved søen");
            guest.presses("mine.change.save");
            guest.readsText("Naturfagsvejleder");
            guest.readsText("Skolen ved søen");

            assertThat(guest.downloads("privacy.export")).contains(participant.email(), "Naturfagsvejleder");
            assertThat(guest.downloads("meeting.addtocalendar"))
                    .contains("BEGIN:VEVENT", "UID:" + confirmation.calendarProperty("UID"));

            guest.follows("mine.cancel");
            guest.sees("cancel", "cancel.confirm", guest.titled(title));
            guest.follows("cancel.keep");
            guest.reads("mine.CONFIRMED");
            guest.follows("mine.cancel");
            guest.presses("cancel.yes");
            guest.reads("mine.CANCELLED");
            guest.sees("mine-cancelled", "nav.mypage");
            Mail goodbye = post.mail(guest, participant, "cancelled-by-participant");
            assertThat(goodbye.calendarMethod()).isEqualTo("CANCEL");
            assertThat(goodbye.calendarProperty("UID")).isEqualTo(confirmation.calendarProperty("UID"));
            guest.follows("mine.again");
            guest.sees("meeting-again", Words.whole(guest.titled(title)));
        });
    }

    @Test
    void givesTheSeatToAColleague() {
        String meeting = office.schedule(Office.meeting("Temadag for kolleger", 20));
        flows.each("colleague", guest -> {
            Participant participant = Participants.next();
            Participant colleague = Participants.next();
            String link = opensTheLink(guest, participant, meeting).linkWith("/min/");
            guest.follows("transfer.title");
            guest.sees("transfer", "transfer.title");
            guest.presses("transfer.yes");
            guest.reads("error.summary");
            guest.sees("transfer-errors", "transfer.title");
            guest.writes("transfer.name", colleague.name());
            guest.writes("transfer.email", colleague.email());
            guest.presses("transfer.yes");
            guest.sees("transferred", "transfer.done");

            assertThat(post.mail(guest, participant, "seat-given").linkWith("/arrangementer/"))
                    .contains(meeting);
            Mail received = post.mail(guest, colleague, "seat-received");
            assertThat(received.calendarMethod()).isEqualTo("REQUEST");
            Guest other = guest.another();
            other.opens(received.linkWith("/min/"));
            other.reads("mine.CONFIRMED");
            other.readsText(colleague.name());
            other.sees("colleague", "nav.mypage");
            guest.opens(link);
            guest.sees("link-of-who-gave-it", "transfer.done");
        });
    }

    @Test
    void switchesToTheTwin() {
        flows.each("twin", guest -> {
            List<String> twins = office.scheduleTwins("Den samme temadag", 5, 1);
            Participant participant = Participants.next();
            Mail confirmation = opensTheLink(guest, participant, twins.getFirst());
            String link = guest.page().url();
            guest.follows("move.link");
            guest.sees("move", "move.title");
            guest.follows("move.keep");
            guest.follows("move.link");
            guest.presses("move.yes");
            guest.reads("move.done");
            guest.reads("mine.CONFIRMED");
            guest.sees("moved", "nav.mypage");
            Mail moved = post.mail(guest, participant, "moved");
            assertThat(moved.calendarMethod()).isEqualTo("REQUEST");
            assertThat(moved.calendarProperty("UID")).isEqualTo(confirmation.calendarProperty("UID"));
            guest.opens(link);
            guest.reads("move.away");
            guest.sees("link-of-the-old-seat", "nav.mypage");
            guest.follows("move.away.link");
            guest.reads("mine.CONFIRMED");

            Guest tooLate = guest.another();
            opensTheLink(tooLate, Participants.next(), twins.getFirst());
            tooLate.follows("move.link");
            tooLate.reads("move.full");
            tooLate.sees("move-full", "move.title");
        });
    }

    /** The same words for an address that we know and one that we do not (P7). */
    @Test
    void asksForTheLinksAgain() {
        String meeting = office.schedule(Office.meeting("Hvor er mit link", 20));
        flows.each("links", guest -> {
            Participant participant = Participants.next();
            Participant stranger = Participants.next();
            signUp.register(stack, participant, meeting, guest.visit().language());
            post.mail(guest, participant, "confirmed");
            guest.arrives("/arrangementer/" + meeting);
            guest.follows("nav.mypage");
            guest.sees("links", "links.title");
            guest.presses("links.send");
            guest.reads("error.summary");
            guest.sees("links-errors", "links.title");
            guest.writes("form.email", stranger.email());
            guest.presses("links.send");
            guest.reads("links.sent");
            guest.sees("links-sent-to-a-stranger", "links.title");
            String told = guest.page().innerText("main");
            guest.writes("form.email", participant.email());
            guest.presses("links.send");
            guest.sees("links-sent", "links.title");
            assertThat(guest.page().innerText("main")).isEqualTo(told);

            guest.opens(post.mail(guest, participant, "link").linkWith("/min/"));
            guest.reads("mine.CONFIRMED");
            assertThat(post.all(stranger)).isEmpty();
        });
    }

    @Test
    void deletesTheData() {
        String meeting = office.schedule(Office.meeting("Glem mig igen", 20));
        flows.each("erase", guest -> {
            Participant participant = Participants.next();
            String link = opensTheLink(guest, participant, meeting).linkWith("/min/");
            guest.follows("privacy.erase");
            guest.sees("erase", "privacy.erase");
            guest.follows("privacy.erase.not");
            guest.follows("privacy.erase");
            guest.presses("privacy.erase.yes");
            guest.sees("erased", "privacy.erased");
            guest.opens(link);
            guest.sees("unknown", "mine.unknown.title");
            assertThat(guest.page().locator("main")).not().containsText(Pattern.compile(participant.email()));
            assertThat(office.participants(meeting))
                    .noneMatch(one -> one.path("email").asString("").equals(participant.email()));
        });
    }
}
