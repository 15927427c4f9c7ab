package dk.astra.event;

import static dk.astra.event.MeetingJson.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.event.EventApi.Response;
import dk.astra.event.RegistrationStub.Told;
import org.junit.jupiter.api.Test;

/** P1 at its source: a capacity is lowered only where registration-service agrees. */
class CapacityIT extends RunningService {

    private static String seats(int number) {
        return "{\"capacity\": " + number + "}";
    }

    @Test
    void asksBeforeItTakesSeatsAway() {
        String id = api.scheduled(aMeeting().withCapacity(40)).id();

        Response fewer = api.post("/api/meetings/" + id + "/capacity", seats(30));

        assertThat(fewer.json().path("capacity").asInt()).isEqualTo(30);
        assertThat(REGISTRATIONS.told())
                .extracting(Told::path, Told::body)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "PUT /internal/meetings/" + id + "/capacity", "{\"capacity\":30}"));
        assertThat(REGISTRATIONS.told().getFirst().authorization()).startsWith("Bearer ");
        assertThat(facts(id, 2)
                        .getLast()
                        .json()
                        .path("meeting")
                        .path("capacity")
                        .asInt())
                .isEqualTo(30);
    }

    @Test
    void asksNobodyAboutMoreSeatsOrDraft() {
        String id = api.scheduled(aMeeting().withCapacity(40)).id();
        String draft = api.post("/api/meetings", aMeeting().withCapacity(40)).id();

        assertThat(api.post("/api/meetings/" + id + "/capacity", seats(50)).status())
                .isEqualTo(200);
        assertThat(api.post("/api/meetings/" + draft + "/capacity", seats(10)).status())
                .isEqualTo(200);

        assertThat(REGISTRATIONS.told()).isEmpty();
    }

    @Test
    void refusesFewerSeatsThanConfirmed() {
        String id = api.scheduled(aMeeting().withCapacity(40)).id();
        REGISTRATIONS.hasConfirmed(35);
        double before = counted("capacity", "refused");

        Response refused = api.post("/api/meetings/" + id + "/capacity", seats(30));
        Response alsoRefused = api.put("/api/meetings/" + id, aMeeting().withCapacity(30));

        for (Response answer : new Response[] {refused, alsoRefused}) {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.problem()).isEqualTo("capacity-below-confirmed");
            assertThat(answer.json().path("confirmed").asInt()).isEqualTo(35);
            assertThat(answer.json().path("detail").asString()).startsWith("35 har allerede fået plads");
        }
        assertThat(api.get("/api/meetings/" + id).json().path("capacity").asInt())
                .isEqualTo(40);
        assertThat(counted("capacity", "refused")).isEqualTo(before + 1);
        assertThat(facts(id, 1)).hasSize(1);
    }

    @Test
    void changesNothingWhereNobodyCanTell() {
        String id = api.scheduled(aMeeting().withCapacity(40)).id();
        for (int status : new int[] {500, 404, 403}) {
            REGISTRATIONS.answers(status);

            Response unavailable = api.post("/api/meetings/" + id + "/capacity", seats(30));

            assertThat(unavailable.status()).isEqualTo(503);
            assertThat(unavailable.problem()).isEqualTo("unavailable");
            assertThat(unavailable.header("Retry-After")).isNotNull();
        }
        assertThat(api.get("/api/meetings/" + id).json().path("capacity").asInt())
                .isEqualTo(40);
    }

    @Test
    void givesSeatsBackWhereItsOwnChangeComesToNothing() {
        String id = api.scheduled(aMeeting().withCapacity(40)).id();
        REGISTRATIONS.meanwhile(told -> {
            if (told.body().contains("30")) {
                api.post("/api/meetings/" + id + "/cancel", "{\"reason\": {\"da\": \"Sne\"}}");
            }
        });

        Response late = api.post("/api/meetings/" + id + "/capacity", seats(30));

        assertThat(late.problem()).isEqualTo("meeting-not-open");
        assertThat(REGISTRATIONS.told())
                .extracting(Told::body)
                .containsExactly("{\"capacity\":30}", "{\"capacity\":40}");
    }

    @Test
    void asksAgainWhereSomebodyElseWasFaster() {
        String id = api.scheduled(aMeeting().withCapacity(40)).id();
        REGISTRATIONS.meanwhile(told -> {
            if (told.body().contains("30")) {
                api.post("/api/meetings/" + id + "/venue", """
                        {"venue": {"name": "Salen", "street": "Gade 2", "postalCode": "4200", "town": "Slagelse"}}""");
            }
        });

        Response fewer = api.post("/api/meetings/" + id + "/capacity", seats(30));

        assertThat(fewer.json().path("capacity").asInt()).isEqualTo(30);
        assertThat(fewer.json().path("venue").path("name").asString()).isEqualTo("Salen");
        assertThat(fewer.json().path("version").asInt()).isEqualTo(3);
        assertThat(REGISTRATIONS.told())
                .extracting(Told::body)
                .containsExactly("{\"capacity\":30}", "{\"capacity\":30}");
    }
}
