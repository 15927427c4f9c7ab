package dk.astra.portal.staff;

import dk.astra.portal.calls.ServiceCalls;
import dk.astra.web.IdempotencyKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Who is invited, as registration-service tells organisers. */
@Component
class InvitedPeople {

    private static final ParameterizedTypeReference<Map<String, Object>> ANY = new ParameterizedTypeReference<>() {};

    /** @param quorumMet null where the meeting has no quorum */
    public record Summary(
            int invited,
            int yes,
            int yesWaiting,
            int no,
            int notYet,
            int silent,
            @Nullable Integer quorum,
            @Nullable Boolean quorumMet) {

        /** How many more have to come. */
        public int missing() {
            return quorum == null ? 0 : Math.max(0, quorum - yes);
        }

        /** How long the picture of the answers is. */
        public int most() {
            return Math.max(1, Math.max(invited, quorum == null ? 0 : quorum));
        }

        /** The answers side by side, those who come first; what nobody said is missing. */
        public List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            int from = 0;
            for (Part part : List.of(
                    new Part("YES", 0, yes),
                    new Part("WAITLISTED", 0, yesWaiting),
                    new Part("NOT_YET", 0, notYet),
                    new Part("NONE", 0, silent),
                    new Part("NO", 0, no))) {
                if (part.count() > 0) {
                    parts.add(new Part(part.answer(), from, part.count()));
                    from += part.count();
                }
            }
            return parts;
        }
    }

    /** One piece of the picture of the answers. */
    public record Part(String answer, int from, int count) {}

    record All(List<Invited> items, Summary summary) {}

    private record Outcome(String outcome) {}

    private record Outcomes(List<Outcome> items) {}

    private record Reminded(boolean sent) {}

    /** How many of a list were invited, and how many were known before. */
    record Tally(long invited, long known) {}

    private final ServiceCalls registrationCalls;

    InvitedPeople(ServiceCalls registrationCalls) {
        this.registrationCalls = registrationCalls;
    }

    All of(String meetingId) {
        return registrationCalls.asStaff(client -> client.get()
                .uri("/api/meetings/{id}/invitations", meetingId)
                .retrieve()
                .body(All.class));
    }

    Tally invite(String meetingId, List<Map<String, String>> people, String key) {
        Outcomes outcomes = registrationCalls.asStaff(client -> client.post()
                .uri("/api/meetings/{id}/invitations", meetingId)
                .header(IdempotencyKey.HEADER, key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("people", people))
                .retrieve()
                .body(Outcomes.class));
        long invited = outcomes.items().stream()
                .filter(one -> one.outcome().equals("INVITED"))
                .count();
        return new Tally(invited, outcomes.items().size() - invited);
    }

    /** @return false where the person heard from us within a day */
    boolean remind(String invitationId) {
        return registrationCalls
                .asStaff(client -> client.post()
                        .uri("/api/invitations/{id}/remind", invitationId)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of())
                        .retrieve()
                        .body(Reminded.class))
                .sent();
    }

    void withdraw(String invitationId) {
        registrationCalls.asStaff(client -> client.post()
                .uri("/api/invitations/{id}/withdraw", invitationId)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of())
                .retrieve()
                .body(ANY));
    }
}
