package dk.astra.systemtests.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.astra.systemtests.MeetingPlan.option;
import static dk.astra.systemtests.MeetingPlan.question;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.astra.systemtests.MeetingPlan;
import dk.astra.systemtests.Office;
import dk.astra.systemtests.Participant;
import dk.astra.systemtests.Participants;
import dk.astra.systemtests.Stack;
import dk.astra.testsupport.Mail;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P11: signing up: the form and its mistakes, a meeting's own questions, needs, the school, a mailbox to confirm. */
class SignUpFlowsIT {

    private static final String SCHOOL = "Ozonsø Erhvervsskole";

    private final Stack stack = Stack.shared();
    private final Office office = new Office(stack);
    private final Flows flows = new Flows(stack);
    private final Post post = new Post(stack);

    @BeforeEach
    void theRegistersAreKnown() {
        office.loadRegisters();
    }

    @Test
    void signsUpWithQuestionsAndNeedsAfterMistakes() {
        String title = "Temadag med spørgsmål";
        String meeting = office.schedule(MeetingPlan.of(title, 20)
                .asking(
                        question(
                                "rejse",
                                "CHOICE",
                                "Hvordan kommer du?",
                                "How do you come?",
                                "required",
                                true,
                                "options",
                                List.of(option("bil", "I bil", "By car"), option("bus", "Med bus", "By bus"))),
                        question(
                                "plade",
                                "TEXT",
                                "Bilens nummerplade",
                                "Number plate",
                                "required",
                                true,
                                "maxLength",
                                10,
                                "condition",
                                Map.of("question", "rejse", "isOneOf", List.of("bil"))),
                        question(
                                "emner",
                                "CHOICES",
                                "Hvad vil du høre om?",
                                "What do you want to hear about?",
                                "options",
                                List.of(option("vind", "Vind", "Wind"), option("hav", "Hav", "Sea"))),
                        question(
                                "elever",
                                "NUMBER",
                                "Hvor mange elever har du?",
                                "How many pupils do you have?",
                                "min",
                                0,
                                "max",
                                40),
                        question("aftensmad", "YES_NO", "Bliver du til aftensmad?", "Do you stay for dinner?"))
                .body());
        flows.each("sign-up", guest -> {
            boolean danish = guest.visit().language().equals("da");
            Participant participant = atALongAddress(Participants.next());
            Pattern plate = Words.whole(danish ? "Bilens nummerplade" : "Number plate");
            guest.arrives("/arrangementer/" + meeting);
            guest.sees("meeting", Words.whole(guest.titled(title)));
            guest.follows("meeting.signup");
            guest.sees("form", "form.title");
            assertThat(guest.page().getByLabel(plate).isVisible())
                    .as("a question for drivers, where nobody can hide it from the others")
                    .isEqualTo(!guest.visit().javaScript());

            guest.presses("form.next");
            guest.reads("error.summary");
            guest.sees("form-errors", "form.title");
            if (guest.visit().javaScript()) {
                assertThat(guest.page().locator("#fejl-liste")).isFocused();
            }
            guest.jumps("error.name");
            assertThat(guest.page().locator("#name")).isFocused();

            guest.writes("form.name", participant.name());
            guest.writes("form.email", participant.email());
            guest.writes("form.jobtitle", "Lærer");
            guest.chooses("form.municipality", "0340");
            guest.chooses("form.role", "TEACHER");
            guest.writes("form.comment", "Jeg kommer lidt senere");
            guest.ticksAt(Words.whole(danish ? "I bil" : "By car"));
            guest.writesAt(plate, "AB 12 345");
            guest.ticksAt(Words.whole(danish ? "Vind" : "Wind"));
            guest.ticksAt(Words.whole(danish ? "Hav" : "Sea"));
            guest.writesAt(Words.whole(danish ? "Hvor mange elever har du?" : "How many pupils do you have?"), "99");
            guest.ticks("diet.VEGAN");
            guest.writes("form.access", "Teleslynge");
            guest.presses("form.next");
            guest.reads("error.between", 0, 40);
            guest.sees("form-errors-of-answers", "form.title");

            guest.writesAt(Words.whole(danish ? "Hvor mange elever har du?" : "How many pupils do you have?"), "24");
            guest.ticks("form.needs.consent.both");
            guest.presses("form.next");
            guest.readsText(participant.email());
            guest.readsText("AB 12 345");
            guest.readsText("Teleslynge");
            guest.sees("check", "form.check");
            guest.presses("form.edit.answers");
            assertThat(guest.page().getByLabel(plate)).hasValue("AB 12 345");
            guest.presses("form.next");
            guest.presses("form.submit");
            guest.sees("receipt", "receipt.title");
            guest.readsText(participant.email());

            Mail confirmation = post.mail(guest, participant, "confirmed");
            assertThat(confirmation.calendarMethod()).isEqualTo("REQUEST");
            guest.follows("receipt.mine");
            guest.readsText("AB 12 345");
            guest.readsText(guest.say("diet.VEGAN"));
            guest.sees("mine", "nav.mypage");
            String mine = confirmation.linkWith("/min/");
            assertThat(mine).contains(guest.page().url().replaceAll(".*/min/", ""));

            guest.arrives("/arrangementer/" + meeting);
            guest.follows("meeting.signup");
            guest.writes("form.name", participant.name());
            guest.writes("form.email", participant.email());
            guest.chooses("form.municipality", "0340");
            guest.ticksAt(Words.whole(danish ? "Med bus" : "By bus"));
            guest.presses("form.next");
            guest.presses("form.submit");
            guest.sees("receipt-repeated", "receipt.repeated");
        });
    }

    /** Wider than a phone. */
    private static Participant atALongAddress(Participant one) {
        return new Participant(one.name(), "naturfagskoordinator.i.kommunen." + one.email(), one.comment());
    }

    @Test
    void choosesASchoolFromTheRegister() {
        String meeting = office.schedule(Office.meeting("Temadag for skoler", 20));
        flows.each("school", guest -> {
            Participant participant = Participants.next();
            guest.arrives("/arrangementer/" + meeting);
            guest.follows("meeting.signup");
            guest.writes("form.name", participant.name());
            guest.writes("form.email", participant.email());
            if (guest.visit().javaScript()) {
                choosesWhileTyping(guest);
            } else {
                choosesInAStep(guest);
            }
            guest.presses("form.next");
            guest.readsText(SCHOOL);
            guest.sees("check", "form.check");
            guest.presses("form.submit");
            guest.sees("receipt", "receipt.title");
            guest.follows("receipt.mine");
            guest.readsText(SCHOOL);
            guest.readsText("Ballerup");
        });
    }

    private static void choosesWhileTyping(Guest guest) {
        Page page = guest.page();
        Locator status = page.locator(".combobox-status");
        guest.writes("form.institution", "qqqq");
        assertThat(status).hasText(guest.say("form.found.none"));
        guest.sees("form-no-school", "form.title");
        guest.writes("form.institution", "ozonsoe");
        assertThat(page.getByRole(AriaRole.OPTION).first()).isVisible();
        guest.keys().press("ArrowDown");
        guest.sees("form-schools", "form.title");
        guest.keys().press("Enter");
        assertThat(status).hasText(guest.words().like("school.chosen"));
        assertThat(page.locator("#municipalityCode")).hasValue("0151");
        guest.sees("form-school", "form.title");
    }

    private static void choosesInAStep(Guest guest) {
        guest.writes("form.institution", "qqqq");
        guest.presses("form.find");
        guest.reads("form.found.none");
        guest.sees("form-no-school", "form.title");
        guest.writes("form.institution", "ozonsoe");
        guest.presses("form.find");
        guest.sees("form-schools", "form.title");
        guest.ticksAt(Pattern.compile("^" + SCHOOL));
        guest.sees("form-school", "form.title");
    }

    @Test
    void confirmsTheMailbox() {
        String meeting = office.schedule(
                MeetingPlan.of("Bekræft din mail", 20).confirmingMail().body());
        flows.each("confirm-mail", guest -> {
            Participant participant = Participants.next();
            guest.arrives("/arrangementer/" + meeting);
            guest.follows("meeting.signup");
            guest.signsUp(participant);
            guest.sees("receipt-confirm", "receipt.confirm.title");
            assertThat(guest.page().locator("a[href*='/min/']")).hasCount(0);
            Mail ask = post.mail(guest, participant, "confirm-email");
            assertThat(ask.calendarMethod()).isNull();
            guest.opens(ask.linkWith("/min/"));
            guest.reads("mine.UNCONFIRMED");
            guest.sees("mine-unconfirmed", "nav.mypage");
            guest.presses("offer.yes.UNCONFIRMED");
            guest.reads("mine.CONFIRMED");
            guest.sees("mine-confirmed", "nav.mypage");
            assertThat(post.mail(guest, participant, "confirmed").calendarMethod())
                    .isEqualTo("REQUEST");
        });
    }
}
