package dk.astra.systemtests.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.systemtests.Office;
import dk.astra.systemtests.Participant;
import dk.astra.systemtests.Participants;
import dk.astra.systemtests.Stack;
import dk.astra.testsupport.Mail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P11: a leader signs up several: names now or later, all or as many as fit; names a place, gives one up. */
class GroupFlowsIT {

    private final Stack stack = Stack.shared();
    private final Office office = new Office(stack);
    private final Flows flows = new Flows(stack);
    private final Post post = new Post(stack);

    @BeforeEach
    void theRegistersAreKnown() {
        office.loadRegisters();
    }

    @Test
    void signsUpSeveralNamesOneLaterAndGivesOneUp() {
        String title = "Temadag for hele teamet";
        flows.each("group", guest -> {
            String meeting = office.schedule(Office.meeting(title, 3));
            Participant leader = Participants.next();
            Participant named = Participants.next();
            Participant later = Participants.next();
            guest.arrives("/arrangementer/" + meeting);
            guest.follows("group.title");
            guest.sees("form", "group.title");
            guest.presses("form.next");
            guest.reads("error.summary");
            guest.sees("form-errors", "group.title");

            guest.writes("group.leader", leader.name());
            guest.writes("group.email", leader.email());
            guest.ticks("group.self");
            guest.chooses("form.municipality", "0340");
            guest.writesAt(guest.words().like("group.row.name", 1), named.name());
            guest.writesAt(guest.words().like("group.row.email", 1), named.email());
            guest.presses("group.add");
            guest.sees("form-another-row", "group.title");
            guest.writes("group.unnamed", "2");
            guest.presses("form.next");
            guest.readsText(named.email());
            guest.sees("check", "form.check");
            guest.presses("form.submit");
            guest.reads("error.summary");
            guest.sees("form-does-not-fit", "group.title");

            guest.ticks("group.fit.WAIT");
            guest.presses("form.next");
            guest.presses("form.submit");
            guest.reads("group.receipt.seats", 3);
            guest.reads("group.receipt.line.one");
            guest.sees("receipt", "group.receipt");

            Mail list = post.mail(guest, leader, "group-signed-up");
            post.mail(guest, leader, "confirmed");
            Mail own = post.mail(guest, named, "confirmed");
            assertThat(own.calendarMethod()).isEqualTo("REQUEST");
            Guest colleague = guest.another();
            colleague.opens(own.linkWith("/min/"));
            colleague.reads("mine.CONFIRMED");
            colleague.sees("colleague", "nav.mypage");

            guest.opens(list.linkWith("/gruppe/"));
            guest.sees("list", "group.list");
            guest.followsLink(guest.say("group.name") + " " + guest.say("group.ofplace", 3));
            guest.sees("name", "group.name.title", 3);
            guest.presses("group.name.yes");
            guest.reads("error.summary");
            guest.sees("name-errors", "group.name.title", 3);
            guest.writes("transfer.name", later.name());
            guest.writes("transfer.email", later.email());
            guest.presses("group.name.yes");
            guest.readsText(later.name());
            assertThat(post.mail(guest, later, "confirmed").calendarMethod()).isEqualTo("REQUEST");

            guest.followsLink(guest.say("group.cancel") + " " + guest.say("group.ofplace", 4));
            guest.reads("group.cancel.unnamed");
            guest.sees("cancel", "group.cancel.title", 4);
            guest.presses("group.cancel.yes");
            guest.sees("list-given-up", "group.list");
            guest.reads("group.status.CANCELLED");
            guest.followsLink(guest.say("group.cancel") + " " + guest.say("group.ofplace", 2));
            guest.sees("cancel-named", "group.cancel.title", 2);
            guest.presses("group.cancel.yes");
            post.mail(guest, named, "cancelled-by-participant");
            assertThat(office.availability(meeting).path("seatsLeft").asInt()).isOne();
        });
    }

    @Test
    void leavesOutWhomThereIsNoRoomFor() {
        flows.each("group-as-many-as-fit", guest -> {
            String meeting = office.schedule(Office.meeting("Så mange som muligt", 1));
            Participant leader = Participants.next();
            guest.arrives("/arrangementer/" + meeting);
            guest.follows("group.title");
            guest.writes("group.leader", leader.name());
            guest.writes("group.email", leader.email());
            guest.chooses("form.municipality", "0340");
            for (int row = 1; row <= 2; row++) {
                Participant one = Participants.next();
                guest.writesAt(guest.words().like("group.row.name", row), one.name());
                guest.writesAt(guest.words().like("group.row.email", row), one.email());
            }
            guest.ticks("group.fit.LEAVE");
            guest.presses("form.next");
            guest.presses("form.submit");
            guest.reads("group.receipt.seat");
            guest.reads("group.status.NOT_TAKEN");
            guest.sees("receipt", "group.receipt");
            assertThat(guest.page().locator("main")).containsText(leader.email());
        });
    }
}
