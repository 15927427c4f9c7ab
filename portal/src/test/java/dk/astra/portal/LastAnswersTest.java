package dk.astra.portal;

import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.availability;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.meeting;
import static dk.astra.portal.Samples.mine;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Everybody's pages ask the services now and then, and go on while they are away. */
@TestPropertySource(properties = "portal.meetings.fresh=3s")
@Import(MovableTime.class)
class LastAnswersTest extends WithStubs {

    private static final Duration NO_LONGER_FRESH = Duration.ofSeconds(4);
    private static final Duration TOO_OLD = Duration.ofHours(13);

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void nothingIsKnown() {
        clock.moveOn(TOO_OLD);
    }

    @Test
    void asksEachServiceOnceForManyPages() {
        for (int i = 0; i < 5; i++) {
            reader.get("/");
            reader.get("/?network=EUD&side=EAST");
            reader.get("/kalender");
            reader.get("/arrangementer/m1");
            reader.get("/kalender.ics");
            reader.get("/arrangementer.atom?network=PRIMARY");
        }

        assertThat(services.calls("GET /api/meetings")).hasSize(1);
        assertThat(services.calls("GET /api/availability")).hasSize(1);
        assertThat(services.calls("GET /api/meetings/m1")).isEmpty();
        assertThat(services.calls("GET /api/meetings/m2"))
                .as("a twin that nobody may see yet")
                .hasSize(1);
    }

    @Test
    void asksAgainAfterSomeSeconds() {
        assertThat(reader.get("/").text()).contains("30 ledige pladser");
        services.on("GET /api/availability", items(availability("m1", 20, 0)));
        assertThat(reader.get("/").text()).contains("30 ledige pladser");

        clock.moveOn(NO_LONGER_FRESH);

        assertThat(reader.get("/").text()).contains("20 ledige pladser");
        assertThat(services.calls("GET /api/meetings")).hasSize(2);
    }

    @Test
    void asksOncePerSearch() {
        reader.get("/?q=energi");
        reader.get("/kalender?q=energi");
        reader.get("/?q=andet");

        assertThat(services.calls("GET /api/meetings")).hasSize(3);
    }

    @Test
    void showsWhatAReaderChangedOnTheNextPage() {
        services.on("GET /api/availability", items(availability("m1", 40, 0)))
                .on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on("POST /api/my-registrations/cancel", mine("CANCELLED", false));
        reader.get("/arrangementer/m1");
        services.on("GET /api/availability", items(availability("m1", 39, 0)));
        clock.moveOn(Duration.ofMillis(300));
        assertThat(reader.get("/arrangementer/m1").text())
                .as("nothing was changed through this portal")
                .contains("Venteliste");

        reader.post("/min/" + TOKEN + "/afmeld", Map.of());

        assertThat(reader.get("/arrangementer/m1").text()).contains("Få pladser", "Ledige: 1.");
        reader.post("/min/" + TOKEN + "/afmeld", Map.of());
        reader.get("/arrangementer/m1");
        assertThat(services.calls("GET /api/availability"))
                .as("a crowd that changes much does not ask for each change")
                .hasSize(2);
    }

    @Test
    void showsStaffNothingOld() {
        signIn.signsIn("ORGANISER");
        reader.get("/");
        reader.get("/intern/arrangementer/m1");
        services.on("GET /api/meetings/m1", meeting("m1", "Nyt navn", "SCHEDULED", START))
                .on("GET /api/availability", items(availability("m1", 33, 0)))
                .on("GET /api/meetings/m1/registrations", items());

        assertThat(reader.get("/intern/arrangementer/m1").h1()).isEqualTo("Nyt navn");
        assertThat(reader.get("/intern/arrangementer").text()).contains("33");
    }

    @Nested
    class WhenServicesAreAway {

        @Test
        void everythingThatWasKnownIsShownWithItsTime() {
            reader.get("/");
            services.goAway();
            clock.moveOn(NO_LONGER_FRESH);

            for (String path : new String[] {"/", "/?side=EAST", "/kalender?month=2027-01", "/arrangementer/m1"}) {
                PortalPages.Page page = reader.get(path);
                assertThat(page.status()).as(path).isEqualTo(200);
                assertThat(page.document().select("[role=status].alert").text())
                        .as(path)
                        .contains("Vi kan ikke hente nye oplysninger lige nu", "Arrangementerne vises, som de var ")
                        .contains("Tallene for ledige pladser er fra ");
            }
            assertThat(reader.get("/").text()).contains("Temadag om energi", "30 ledige pladser");
            assertThat(reader.get("/?lang=en").text()).contains("We cannot get new information right now");
            assertThat(reader.get("/kalender.ics").response().body()).contains("UID:m1@tilmelding.astra.dk");
            assertThat(services.calls("GET /api/availability"))
                    .as("who is away is left alone")
                    .hasSize(2);
        }

        @Test
        void theNoteGoesWhenTheyAreBack() {
            reader.get("/");
            services.goAway();
            clock.moveOn(NO_LONGER_FRESH);
            assertThat(reader.get("/").document().select(".alert")).hasSize(1);

            startOver();
            clock.moveOn(NO_LONGER_FRESH);

            assertThat(reader.get("/").document().select(".alert")).isEmpty();
        }

        @Test
        void nothingIsShownThatIsTooOld() {
            reader.get("/");
            services.goAway();
            clock.moveOn(TOO_OLD);

            assertThat(reader.get("/").status()).isEqualTo(503);
            assertThat(reader.get("/arrangementer/m1").status()).isEqualTo(503);
        }

        @Test
        void wordsAreLeftOutWhenNobodyCanLookForThem() {
            reader.get("/");
            services.goAway();
            clock.moveOn(NO_LONGER_FRESH);

            PortalPages.Page page = reader.get("/?q=energi");

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("Vi kan ikke søge på ord lige nu", "Temadag om energi");
        }

        @Test
        void numbersOfBeforeNeverOpenACancelledMeeting() {
            reader.get("/");
            reader.get("/arrangementer/m1");
            services.on("GET /api/meetings", items(meeting("m1", "Temadag om energi", "CANCELLED", START)))
                    .on("GET /api/availability", 503, "{}");
            clock.moveOn(NO_LONGER_FRESH);

            assertThat(reader.get("/")
                            .document()
                            .select(".meeting-card strong.badge")
                            .eachText())
                    .containsExactly("Aflyst");
            PortalPages.Page page = reader.get("/arrangementer/m1");
            assertThat(page.text()).contains("Aflyst").doesNotContain("ledige");
            assertThat(page.document().select("a[href$=/tilmelding]")).isEmpty();
        }

        @Test
        void onlyNumbersAreOldWhileRegistrationServiceIsAway() {
            reader.get("/");
            services.on("GET /api/availability", 503, "{}");
            clock.moveOn(NO_LONGER_FRESH);

            PortalPages.Page page = reader.get("/arrangementer/m1");

            assertThat(page.text())
                    .contains("30 ledige pladser", "Tallene for ledige pladser er fra ")
                    .doesNotContain("Arrangementerne vises, som de var");
        }
    }
}
