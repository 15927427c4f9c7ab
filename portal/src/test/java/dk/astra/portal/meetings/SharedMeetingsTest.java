package dk.astra.portal.meetings;

import static dk.astra.portal.meetings.MeetingBuilder.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.portal.site.Wording;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SharedMeetingsTest {

    private static final String BASE = "https://tilmelding.example";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Wording wording = DanishWords.wording();
    private final MeetingWords words = new MeetingWords(wording);
    private final SharedMeetings shared =
            new SharedMeetings(words, new StructuredMeeting(words, wording), wording, JSON);

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static String availability(SignUpState state) {
        return new SharedMeetingsTest()
                .data(new MeetingCard(aMeeting().build(), null, state, List.of()))
                .path("offers")
                .path("availability")
                .asString("");
    }

    private JsonNode data(MeetingCard card) {
        return JSON.readTree(shared.of(card, BASE).data());
    }

    @Test
    void cannotEndTheElementItStandsIn() {
        String title = "Lys</script><!-- <script>alert(\"1\")</script>";
        Share share = shared.of(aMeeting().withTitle(title).card(), BASE);

        assertThat(share.data()).doesNotContain("<");
        assertThat(JSON.readTree(share.data()).path("name").asString()).isEqualTo(title);
        assertThat(share.title()).isEqualTo(title);
    }

    @Test
    void tellsTimesWithTheirOffset() {
        JsonNode winter =
                data(aMeeting().from(LocalDateTime.of(2027, 3, 27, 9, 0)).card());
        JsonNode summer =
                data(aMeeting().from(LocalDateTime.of(2027, 3, 28, 9, 0)).card());

        assertThat(winter.path("startDate").asString()).isEqualTo("2027-03-27T09:00:00+01:00");
        assertThat(summer.path("startDate").asString()).isEqualTo("2027-03-28T09:00:00+02:00");
        assertThat(summer.path("url").asString()).isEqualTo(BASE + "/arrangementer/m1");
    }

    @Test
    void offersSeatsOnlyWhereSomeAreKnown() {
        assertThat(availability(SignUpState.SEATS)).endsWith("/InStock");
        assertThat(availability(SignUpState.FEW_SEATS)).endsWith("/LimitedAvailability");
        assertThat(availability(SignUpState.WAITING_LIST)).endsWith("/SoldOut");
        assertThat(availability(SignUpState.OPEN)).isEmpty();
        JsonNode cancelled = data(aMeeting().inStatus("CANCELLED").card());
        assertThat(cancelled.has("offers")).isFalse();
        assertThat(cancelled.path("eventStatus").asString()).isEqualTo("https://schema.org/EventCancelled");
    }

    @Test
    void cutsLongTextsAtAWord() {
        Share share =
                shared.of(aMeeting().withDescription("ord og ".repeat(200)).card(), BASE);

        assertThat(share.description())
                .startsWith("tirsdag d. 15. juni 2027 kl. 9.00-15.00. Huset ved åen, Åvej 1, 4180 Sorø. ord og")
                .hasSizeLessThanOrEqualTo(200)
                .matches(".*(ord|og)…");
    }
}
