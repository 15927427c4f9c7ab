package dk.astra.event;

import static dk.astra.event.MeetingJson.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.event.EventApi.Response;
import dk.astra.testsupport.StreamRecord;
import org.junit.jupiter.api.Test;

/** How the waiting list of a meeting moves, as organisers say and the stream tells it. */
class SeatOffersIT extends RunningService {

    @Test
    void tellsHowSeatsReachPeople() {
        Response offering = api.post(
                "/api/meetings?schedule=true",
                aMeeting()
                        .with("promotion", "\"OFFER\"")
                        .with("offerHours", "24")
                        .with("confirmsEmail", "true"));

        assertThat(offering.status()).isEqualTo(201);
        assertThat(offering.json().path("promotion").asString()).isEqualTo("OFFER");
        assertThat(offering.json().path("offerHours").asInt()).isEqualTo(24);
        StreamRecord fact = facts(offering.id(), 1).getFirst();
        assertThat(fact.json().path("meeting").path("promotion").asString()).isEqualTo("OFFER");
        assertThat(fact.json().path("meeting").path("confirmsEmail").asBoolean())
                .isTrue();

        Response direct = api.put("/api/meetings/" + offering.id(), aMeeting());
        assertThat(direct.json().path("promotion").asString("")).isEmpty();
        StreamRecord changed = facts(offering.id(), 2).getLast();
        assertThat(changed.json().path("changed").valueStream().map(field -> field.asString()))
                .containsExactlyInAnyOrder("promotion", "offerHours", "confirmsEmail");
    }

    @Test
    void offersForTwoDaysUnlessToldOtherwise() {
        assertThat(api.post("/api/meetings", aMeeting().with("promotion", "\"OFFER\""))
                        .json()
                        .path("offerHours")
                        .asInt())
                .isEqualTo(48);
        assertThat(api.post("/api/meetings", aMeeting())
                        .json()
                        .path("promotion")
                        .asString(""))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoWayToMoveALine() {
        assertThat(api.post(
                                "/api/meetings",
                                aMeeting().with("promotion", "\"LOTTERY\"").with("offerHours", "169"))
                        .errors())
                .containsExactlyInAnyOrder("promotion:unknown-value", "offerHours:not-between");
    }
}
