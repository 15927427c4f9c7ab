package dk.astra.systemtests.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.systemtests.MailLine;
import dk.astra.systemtests.Participant;
import dk.astra.testsupport.Json;
import dk.astra.testsupport.StreamRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

    private final Map<String, Participant> acknowledged = Map.of(
            "r1", new Participant("A", "a@skole.example", "x"), "r2", new Participant("B", "b@skole.example", "y"));
    private final Tally.Builder tally = new Tally.Builder(acknowledged, 2, List.of());

    @Test
    void isCleanWhenEverybodyIsFoundEverywhere() {
        everythingOf("r1", "a");
        everythingOf("r2", "b");
        assertThat(tally.build().isClean()).isTrue();
        assertThat(tally.build().table()).contains("PASSED");
    }

    @Test
    void forgivesCopiesOfTheSameFactAndMail() {
        everythingOf("r1", "a");
        everythingOf("r2", "b");
        fact("r2", "fact-r2");
        mail("b", "<r2@astra>");
        assertThat(tally.build().isClean()).isTrue();
        assertThat(tally.build().factCopies()).isOne();
        assertThat(tally.build().mailCopies()).isOne();
    }

    @Test
    void findsWhatIsNotStored() {
        everythingOf("r1", "a");
        fact("r2", "fact-r2");
        mail("b", "<r2@astra>");
        assertThat(tally.build().notStored()).isOne();
        assertThat(tally.build().isClean()).isFalse();
    }

    @Test
    void findsWhatIsNotOnTheStream() {
        everythingOf("r1", "a");
        stored("r2", "b");
        mail("b", "<r2@astra>");
        assertThat(tally.build().notOnStream()).isOne();
        assertThat(tally.build().isClean()).isFalse();
    }

    @Test
    void findsWhoGotNoMail() {
        everythingOf("r1", "a");
        stored("r2", "b");
        fact("r2", "fact-r2");
        assertThat(tally.build().notMailed()).isOne();
        assertThat(tally.build().isClean()).isFalse();
    }

    @Test
    void findsASecondFactAndASecondMail() {
        everythingOf("r1", "a");
        everythingOf("r2", "b");
        fact("r2", "fact-r2-again");
        mail("a", "<other@astra>");
        assertThat(tally.build().factIds()).isOne();
        assertThat(tally.build().otherMessageIds()).isOne();
        assertThat(tally.build().isClean()).isFalse();
    }

    @Test
    void findsAPersonStoredTwice() {
        everythingOf("r1", "a");
        everythingOf("r2", "b");
        stored("r3", "b");
        assertThat(tally.build().doubled()).isOne();
        assertThat(tally.build().isClean()).isFalse();
    }

    @Test
    void isNotCleanWhenSomebodyWasNeverAcknowledged() {
        Tally.Builder three = new Tally.Builder(acknowledged, 3, List.of("503 "));
        assertThat(three.build().isClean()).isFalse();
        assertThat(three.build().table()).contains("never acknowledged: 503");
    }

    private void everythingOf(String id, String person) {
        stored(id, person);
        fact(id, "fact-" + id);
        mail(person, "<" + id + "@astra>");
    }

    private void stored(String id, String person) {
        tally.stored(Json.MAPPER.readTree(
                "{\"registrationId\":\"%s\",\"email\":\"%s@skole.example\"}".formatted(id, person)));
    }

    private void fact(String id, String factId) {
        Map<String, String> headers = StreamRecord.headers("registration.created.v1", id, 1);
        headers.put("ce_id", factId);
        tally.onStream(new StreamRecord("registrations", 0, 0, id, headers, new byte[0]));
    }

    private void mail(String person, String messageId) {
        tally.inMailbox(new MailLine(messageId, person + "@skole.example", "Bekræftelse", Instant.EPOCH));
    }
}
