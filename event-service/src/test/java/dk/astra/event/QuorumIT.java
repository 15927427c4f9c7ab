package dk.astra.event;

import static dk.astra.event.MeetingJson.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.event.EventApi.Response;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How many have to come, and who can sign up. */
class QuorumIT extends RunningService {

    @Test
    void tellsTheQuorumAndThatOnlyTheInvitedCanSignUp() {
        Response created =
                api.scheduled(aMeeting().withCapacity(12).with("quorum", "7").with("byInvitation", "true"));

        assertThat(created.json().path("quorum").asInt()).isEqualTo(7);
        assertThat(created.json().path("byInvitation").asBoolean()).isTrue();
        JsonNode told = facts(created.id(), 1).getFirst().json().path("meeting");
        assertThat(told.path("quorum").asInt()).isEqualTo(7);
        assertThat(told.path("byInvitation").asBoolean()).isTrue();

        Response open = api.put("/api/meetings/" + created.id(), aMeeting().withCapacity(12));
        assertThat(open.json().path("byInvitation").asBoolean()).isFalse();
        assertThat(open.json().has("quorum") && !open.json().path("quorum").isNull())
                .isFalse();
        assertThat(facts(created.id(), 2).getLast().json().path("changed").toString())
                .contains("quorum", "byInvitation");
    }

    @Test
    void takesAQuorumOfOneToAllSeatsOnly() {
        for (String wrong : new String[] {"0", "13"}) {
            Response refused =
                    api.post("/api/meetings", aMeeting().withCapacity(12).with("quorum", wrong));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.errors()).containsExactly("quorum:not-between");
        }
        String id =
                api.scheduled(aMeeting().withCapacity(12).with("quorum", "12")).id();

        Response fewer = api.post("/api/meetings/" + id + "/capacity", "{\"capacity\": 11}");

        assertThat(fewer.status()).isEqualTo(400);
        assertThat(fewer.errors()).containsExactly("capacity:below-quorum");
        assertThat(api.get("/api/meetings/" + id).json().path("capacity").asInt())
                .isEqualTo(12);
    }
}
