package dk.astra.systemtests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.systemtests.Http;
import dk.astra.systemtests.Office;
import dk.astra.systemtests.Participant;
import dk.astra.systemtests.Participants;
import dk.astra.systemtests.SignUp;
import dk.astra.systemtests.Stack;
import dk.astra.testsupport.Mail;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P6, P11: colleagues who come together or not at all wait in line together. */
class TogetherFlowsIT {

    private final Stack stack = Stack.shared();
    private final Office office = new Office(stack);
    private final Flows flows = new Flows(stack);
    private final Post post = new Post(stack);
    private final SignUp signUp = new SignUp(new Http());

    @BeforeEach
    void theRegistersAreKnown() {
        office.loadRegisters();
    }

    @Test
    void waitsForSeatsForEverybodyAndGetsThemAtOnce() {
        flows.each("group-together", guest -> {
            String meeting = office.schedule(Office.meeting("Vi kommer sammen", 2));
            List<String> holders = full(guest, meeting);
            Participant leader = Participants.next();
            Participant colleague = Participants.next();
            Mail list = signsUpTogether(guest, meeting, leader, colleague);

            Guest other = guest.another();
            other.opens(post.mail(guest, colleague, "waitlisted").linkWith("/min/"));
            other.reads("mine.together");
            other.sees("colleague-waits", "nav.mypage");

            signUp.cancel(stack, holders.getFirst());
            guest.opens(list.linkWith("/gruppe/"));
            guest.reads("group.together");
            guest.sees("list-waits", "group.list");
            assertThat(guest.isTold("group.status.CONFIRMED")).isFalse();

            signUp.cancel(stack, holders.getLast());
            guest.looksUntil("group.status.CONFIRMED");
            assertThat(guest.isTold("group.status.WAITLISTED")).isFalse();
            guest.sees("list-seated", "group.list");
            post.mail(guest, leader, "group-seated");
            assertThat(post.mail(guest, colleague, "promoted").calendarMethod()).isEqualTo("REQUEST");
        });
    }

    @Test
    void takesTheSeatsThatComeAndErasesTheLeader() {
        flows.each("group-parts", guest -> {
            String meeting = office.schedule(Office.meeting("Hver for sig", 2));
            List<String> holders = full(guest, meeting);
            Participant leader = Participants.next();
            Participant colleague = Participants.next();
            Mail list = signsUpTogether(guest, meeting, leader, colleague);
            signUp.cancel(stack, holders.getFirst());

            guest.opens(list.linkWith("/gruppe/"));
            guest.follows("group.part");
            guest.sees("part", "group.part.title");
            guest.presses("group.part.yes");
            guest.looksUntil("group.status.CONFIRMED");
            assertThat(guest.isTold("group.status.WAITLISTED")).isTrue();
            assertThat(guest.isTold("group.together")).isFalse();
            guest.sees("list-parted", "group.list");

            assertThat(guest.downloads("privacy.export"))
                    .contains(leader.email())
                    .doesNotContain(colleague.email());
            guest.follows("privacy.erase");
            guest.reads("group.erase.explain");
            guest.sees("erase", "privacy.erase");
            guest.presses("privacy.erase.yes");
            guest.sees("erased", guest.words().like("privacy.erased"));
        });
    }

    private List<String> full(Guest guest, String meeting) throws IOException {
        List<String> holders = new ArrayList<>();
        for (int seat = 1; seat <= 2; seat++) {
            holders.add(signUp.register(
                            stack, Participants.next(), meeting, guest.visit().language())
                    .path("link")
                    .asString());
        }
        return holders;
    }

    private Mail signsUpTogether(Guest guest, String meeting, Participant leader, Participant colleague) {
        guest.arrives("/arrangementer/" + meeting);
        guest.looksUntil("meeting.joinwaitlist");
        guest.follows("group.title");
        guest.writes("group.leader", leader.name());
        guest.writes("group.email", leader.email());
        guest.ticks("group.self");
        guest.chooses("form.municipality", "0340");
        guest.writesAt(guest.words().like("group.row.name", 1), colleague.name());
        guest.writesAt(guest.words().like("group.row.email", 1), colleague.email());
        guest.ticks("group.fit.TOGETHER");
        guest.presses("form.next");
        guest.reads("group.fit.TOGETHER");
        guest.sees("check", "form.check");
        guest.presses("form.submit");
        guest.reads("group.receipt.line", 2);
        guest.reads("group.together");
        guest.sees("receipt", "group.receipt");
        return post.mail(guest, leader, "group-signed-up");
    }
}
