package dk.astra.systemtests;

import dk.astra.testsupport.Mail;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/**
 * What people tell besides their own names: needs, answers, notes, a colleague, a group, who is invited. Everything is
 * told once through the public interfaces, by words that occur nowhere else.
 */
final class Confidences {

    private final Stack stack;
    private final Office office;
    private final Http http = new Http();
    private final List<String> words = new ArrayList<>();

    Confidences(Stack stack, Office office) {
        this.stack = stack;
        this.office = office;
    }

    /** What was told; names and addresses are {@link Participants}. */
    List<String> words() {
        return List.copyOf(words);
    }

    void tell() throws IOException {
        Map<String, Object> asking = Office.meeting("Spørgsmål og behov", 20);
        asking.put(
                "questions",
                List.of(Map.of(
                        "id",
                        "why",
                        "kind",
                        "TEXT",
                        "label",
                        Map.of("da", "Hvorfor kommer du?", "en", "Why do you come?"))));
        asking.put("asksNeeds", List.of("DIET", "ACCESS"));
        String meeting = office.schedule(asking);
        answersAndNeeds(meeting);
        colleague(meeting);
        group(meeting);
        invitation(meeting);
    }

    private void answersAndNeeds(String meeting) throws IOException {
        Participant person = Participants.next();
        Map<String, Object> request = person.request(meeting);
        request.put("answers", Map.of("why", word("Første svar")));
        request.put("needs", needs());
        Map<String, String> holding = signUp(request);
        awaitMail(person);
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("answers", Map.of("why", word("Andet svar")));
        change.put("needs", needs());
        change.put("comment", word("Bemærkning"));
        http.send("PATCH", stack.registrations("/api/my-registrations"), holding, change)
                .expect(200);
    }

    private Map<String, String> signUp(Map<String, Object> request) throws IOException {
        String link = http.post(stack.registrations("/api/registrations"), Map.of(), request)
                .expect(201)
                .json()
                .path("link")
                .asString();
        return Map.of("X-Registration-Link", SignUp.token(link));
    }

    private void colleague(String meeting) throws IOException {
        Map<String, Object> request = Participants.next().request(meeting);
        request.put("answers", Map.of());
        Map<String, String> holding = signUp(request);
        Participant colleague = Participants.next();
        http.post(
                        stack.registrations("/api/my-registrations/transfer"),
                        holding,
                        Map.of("name", colleague.name(), "email", colleague.email(), "title", word("Titel")))
                .expect(204);
        awaitMail(colleague);
    }

    private Map<String, Object> needs() {
        return Map.of("diet", List.of("OTHER"), "dietText", word("Kost"), "access", word("Adgang"), "consent", true);
    }

    private void group(String meeting) throws IOException {
        Participant leader = Participants.next();
        Participant named = Participants.next();
        Participant later = Participants.next();
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("meetingId", meeting);
        request.put(
                "leader",
                Map.of(
                        "name", leader.name(),
                        "email", leader.email(),
                        "title", word("Leder"),
                        "institutionName", word("Skole"),
                        "language", "da"));
        request.put("people", List.of(Map.of("name", named.name(), "email", named.email()), Map.of()));
        String link = http.post(stack.registrations("/api/groups"), Map.of(), request)
                .expect(201)
                .json()
                .path("link")
                .asString();
        http.post(
                        stack.registrations("/api/my-groups/places/2/name"),
                        Map.of("X-Group-Link", SignUp.token(link)),
                        Map.of("name", later.name(), "email", later.email()))
                .expect(200);
        for (Participant one : List.of(leader, named, later)) {
            awaitMail(one);
        }
    }

    private void invitation(String meeting) throws IOException {
        Participant invited = Participants.next();
        http.post(
                        stack.registrations("/api/meetings/" + meeting + "/invitations"),
                        stack.as("ORGANISER"),
                        Map.of(
                                "people",
                                List.of(Map.of(
                                        "name", invited.name(),
                                        "email", invited.email(),
                                        "title", word("Inviteret"),
                                        "institutionName", word("Arbejdsplads")))))
                .expect(200);
        String link = awaitMail(invited).linkWith("/invitation/");
        http.post(
                        stack.registrations("/api/my-invitation/answer"),
                        Map.of("X-Invitation-Link", SignUp.token(link)),
                        Map.of("answer", "NOT_YET", "note", word("Note")))
                .expect(200);
    }

    private String word(String what) {
        String word = what + " " + UUID.randomUUID();
        words.add(word);
        return word;
    }

    private Mail awaitMail(Participant person) {
        Awaitility.await("a mail to " + person.email())
                .atMost(Duration.ofSeconds(90))
                .until(() -> !stack.mails(person.email()).isEmpty());
        return stack.mails(person.email()).getFirst();
    }
}
