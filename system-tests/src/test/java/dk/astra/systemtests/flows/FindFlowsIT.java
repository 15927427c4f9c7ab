package dk.astra.systemtests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dk.astra.systemtests.Http;
import dk.astra.systemtests.MeetingPlan;
import dk.astra.systemtests.Office;
import dk.astra.systemtests.Participant;
import dk.astra.systemtests.Participants;
import dk.astra.systemtests.SignUp;
import dk.astra.systemtests.Stack;
import dk.astra.testsupport.Mail;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** P11: finding a meeting, the pages at the foot, meetings that are over, and the way in by a letter. */
class FindFlowsIT {

    private final Stack stack = Stack.shared();
    private final Office office = new Office(stack);
    private final Flows flows = new Flows(stack);
    private final Post post = new Post(stack);
    private final SignUp signUp = new SignUp(new Http());

    @Test
    void findsAMeetingAndItsTwin() {
        String word = Participants.next().name().split(" ")[1];
        String title = "Temadag om " + word;
        List<String> twins = office.scheduleTwins(title, 20, 20);
        String month = YearMonth.from(
                        LocalDate.now(ZoneId.of("Europe/Copenhagen")).plusDays(21))
                .toString();
        flows.each("find", guest -> {
            guest.arrives("/");
            guest.sees("list", "list.title");
            guest.chooses("filter.network", "PRIMARY");
            guest.chooses("filter.month", month);
            guest.writes("filter.text", word);
            guest.presses("filter.show");
            guest.reads("filter.result", 2);
            guest.sees("list-filtered", "list.title");
            guest.follows("view.calendar");
            guest.sees("calendar", "calendar.title");
            guest.followsLink(Pattern.compile(".*" + word + ".*"));
            guest.sees("meeting", Words.whole(guest.titled(title)));
            String here = guest.page().url();
            guest.follows("meeting.twin");
            guest.sees("meeting-twin", Words.whole(guest.titled(title)));
            assertThat(List.of(here, guest.page().url()))
                    .allSatisfy(url -> assertThat(twins).anyMatch(url::contains))
                    .doesNotHaveDuplicates();
            assertThat(guest.downloads("meeting.addtocalendar")).contains("BEGIN:VEVENT", word);
            guest.follows("meeting.back");
            subscribes(guest);
            guest.writes("filter.text", "findesikke" + word);
            guest.presses("filter.show");
            guest.reads("list.none");
            guest.sees("list-none", "list.title");
            guest.follows("filter.clear");
            guest.doesNotRead("list.none");
        });
    }

    private void subscribes(Guest guest) throws IOException, InterruptedException {
        guest.keys().to(guest.page().locator("details.subscribe summary"));
        guest.keys().press("Enter");
        for (String feed : List.of("subscribe.calendar", "subscribe.news")) {
            Locator link = guest.link(feed, guest.say("subscribe.all"));
            guest.keys().to(link);
            URI address = stack.portal(link.getAttribute("href"));
            try (HttpClient http = HttpClient.newHttpClient()) {
                HttpResponse<String> answer =
                        http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(address.toString()).isEqualTo(200);
                assertThat(answer.body()).containsPattern("BEGIN:VCALENDAR|<feed");
            }
        }
        guest.sees("list-subscribe", "list.title");
    }

    @Test
    void readsThePagesAtTheFoot() {
        flows.each("foot", guest -> {
            guest.arrives("/was");
            guest.sees("accessibility", "was.title");
            guest.follows("footer.privacy");
            guest.sees("privacy", "privatliv.title");
            guest.follows("footer.cookies");
            guest.sees("cookies", "cookies.title");
            guest.followsLink(guest.say("site.name"));
            guest.opens(stack.portal("/findes-ikke").toString());
            guest.sees("not-found", "failure.404.title");
        });
    }

    @Test
    void isToldThatAMeetingIsCancelledOrClosed() {
        String closed = office.schedule(
                MeetingPlan.of("Lukket for tilmelding", 5).closed().body());
        flows.each("over", guest -> {
            String language = guest.visit().language();
            String cancelled = office.schedule(Office.meeting("Må vi aflyse", 5));
            Participant participant = Participants.next();
            signUp.register(stack, participant, cancelled, language);
            post.mail(guest, participant, "confirmed");
            office.cancel(cancelled, "Oplægsholderen er blevet syg", "The speaker is ill");
            guest.arrives("/arrangementer/" + cancelled);
            guest.looksUntil("meeting.cancelledbadge");
            guest.sees("meeting-cancelled", Words.whole(guest.titled("Må vi aflyse")));
            guest.readsText(language.equals("da") ? "Oplægsholderen er blevet syg" : "The speaker is ill");
            guest.doesNotRead("meeting.signup");
            Mail told = post.mail(guest, participant, "meeting-cancelled");
            assertThat(told.calendarMethod()).isEqualTo("CANCEL");
            guest.opens(told.linkWith("/min/"));
            guest.reads("mine.meeting.cancelled");
            guest.doesNotRead("cancel.done");
            guest.sees("mine-meeting-cancelled", "nav.mypage");

            guest.opens(stack.portal("/arrangementer/" + closed).toString());
            guest.reads("meeting.closed");
            guest.doesNotRead("meeting.signup");
            guest.sees("meeting-closed", Words.whole(guest.titled("Lukket for tilmelding")));
        });
    }

    @Test
    void signsUpByALetter() {
        String meeting = office.schedule(Office.meeting("Netværksbrevets temadag", 20));
        flows.each("letter", guest -> {
            Participant participant = Participants.next();
            guest.arrives("/arrangementer/" + meeting + "?c=netvaerksbrev-7");
            guest.follows("meeting.signup");
            guest.fillsIn(participant);
            guest.presses("form.next");
            guest.presses("form.submit");
            guest.sees("receipt", "receipt.title");
            JsonNode registered = office.participants(meeting).stream()
                    .filter(one -> one.path("email").asString().equals(participant.email()))
                    .findFirst()
                    .orElseThrow();
            assertThat(registered.path("channel").asString()).isEqualTo("LETTER");
        });
    }
}
