package dk.astra.systemtests;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an organiser wants of a meeting besides the usual; {@link Office#schedule} takes its body. */
public final class MeetingPlan {

    private final Map<String, Object> body;

    private MeetingPlan(Map<String, Object> body) {
        this.body = body;
    }

    public static MeetingPlan of(String title, int seats) {
        return new MeetingPlan(Office.meeting(title, seats));
    }

    /** A freed seat is offered to the first in line. */
    public MeetingPlan offering(int hours) {
        return with("promotion", "OFFER").with("offerHours", hours);
    }

    /** A newcomer's seat is kept until the mail is answered. */
    public MeetingPlan confirmingMail() {
        return with("confirmsEmail", true);
    }

    public MeetingPlan byInvitation(int quorum) {
        return with("byInvitation", true).with("quorum", quorum);
    }

    /** Nobody can sign up since yesterday. */
    public MeetingPlan closed() {
        LocalDateTime yesterday = LocalDateTime.now(Office.ZONE).minusDays(1).withNano(0);
        return with("registrationOpensAt", yesterday.minusDays(14).toString())
                .with("registrationClosesAt", yesterday.toString());
    }

    /** Asks of food and of help to take part too. */
    @SafeVarargs
    public final MeetingPlan asking(Map<String, Object>... questions) {
        return with("questions", List.of(questions)).with("asksNeeds", List.of("DIET", "ACCESS"));
    }

    public MeetingPlan with(String field, Object value) {
        body.put(field, value);
        return this;
    }

    public Map<String, Object> body() {
        return body;
    }

    /** A question; {@code more} are further fields and their values. */
    public static Map<String, Object> question(String id, String kind, String danish, String english, Object... more) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("id", id);
        question.put("kind", kind);
        question.put("label", Map.of("da", danish, "en", english));
        for (int i = 0; i < more.length; i += 2) {
            question.put(String.valueOf(more[i]), more[i + 1]);
        }
        return question;
    }

    /** One of a question's answers to choose from. */
    public static Map<String, Object> option(String id, String danish, String english) {
        return Map.of("id", id, "label", Map.of("da", danish, "en", english));
    }
}
