package dk.astra.portal;

import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.availability;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.meeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.portal.site.Wording;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class CalendarPagesTest extends WithStubs {

    private static final YearMonth MONTH = YearMonth.from(START);

    @Test
    void showsTheFilteredMeetingsOfAMonthInItsWeeks() {
        services.on(
                        "GET /api/meetings",
                        items(
                                meeting("m1", "Temadag om energi", "SCHEDULED", START),
                                meeting("m2", "Temadag om lys", "CANCELLED", START.plusHours(1)),
                                meeting("m3", "Om et år", "SCHEDULED", START.plusYears(1)),
                                meeting("m4", "I et andet netværk", "SCHEDULED", START)
                                        .replace("\"EUD\"", "\"PRIMARY\"")))
                .on("GET /api/availability", items(availability("m1", 10, 0)));

        Document page = reader.get("/kalender?network=EUD&month=" + MONTH).document();

        assertThat(page.select("#antal").text()).endsWith(": 2 arrangementer fundet");
        assertThat(page.select(".month-table thead th").eachText())
                .containsExactly("Uge", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag");
        assertThat(page.select(".month-table tbody th").eachText())
                .contains("Uge " + START.toLocalDate().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        assertThat(page.select(".month-table td time").eachText()).hasSize(MONTH.lengthOfMonth());
        String day = "time[datetime=" + START.toLocalDate() + "]";
        assertThat(page.select(".month-table td:has(" + day + ") li").eachText())
                .containsExactly("9.30 Temadag om energi 30 ledige pladser", "10.30 Temadag om lys Aflyst");
        assertThat(page.select(".month-days h3").eachText()).hasSize(1);
        assertThat(page.select(".month-days li a").eachAttr("href"))
                .containsExactly("/arrangementer/m1", "/arrangementer/m2");
    }

    @Test
    void leadsToTheMonthsBesideItWithTheSameFilter() {
        Document page = reader.get("/kalender?side=EAST&month=" + MONTH).document();

        assertThat(page.select("a[rel=prev]").attr("href"))
                .isEqualTo("/kalender?side=EAST&month=" + MONTH.minusMonths(1));
        assertThat(page.select("a[rel=next]").attr("href"))
                .isEqualTo("/kalender?side=EAST&month=" + MONTH.plusMonths(1));
        assertThat(page.select(".views a").eachAttr("href"))
                .containsExactly("/?side=EAST&month=" + MONTH, "/kalender?side=EAST&month=" + MONTH);
        assertThat(page.select(".views a[aria-current=page]").text()).isEqualTo("Kalender");
        assertThat(page.select("#month option[selected]").val()).isEqualTo(MONTH.toString());
        assertThat(page.select("form.filters").attr("action")).isEqualTo("/kalender");
    }

    @Test
    void beginsWithThisMonthAndTellsWhereTheNextMeetingIs() {
        PortalPages.Page page = reader.get("/kalender");

        assertThat(page.text()).contains("0 arrangementer fundet", "Det næste arrangement er i");
        assertThat(page.document().select("main p a[href=/kalender?month=" + MONTH + "]"))
                .hasSize(1);
        assertThat(page.document().select(".month-table td.today time").text())
                .isEqualTo(String.valueOf(LocalDate.now(Wording.DENMARK).getDayOfMonth()));
        assertThat(page.document().select("a[rel=prev]")).as("nothing before").isEmpty();
    }

    @Test
    void leadsBackFromMonthsThatNobodyCanChoose() {
        YearMonth now = YearMonth.now(Wording.DENMARK);

        Document longAgo = reader.get("/kalender?month=1999-01").document();
        assertThat(longAgo.select("a[rel=prev]")).isEmpty();
        assertThat(longAgo.select("a[rel=next]").attr("href")).isEqualTo("/kalender?month=" + now);

        Document farAhead = reader.get("/kalender?month=9999-12").document();
        assertThat(farAhead.select("a[rel=next]")).isEmpty();
        assertThat(farAhead.select("a[rel=prev]").attr("href")).isEqualTo("/kalender?month=" + now.plusMonths(14));
        assertThat(reader.get("/kalender?month=0000-01").status()).isEqualTo(200);
        assertThat(reader.get("/kalender?month=%3Cb%3E").status()).isEqualTo(200);
    }

    @Test
    void speaksEnglish() {
        PortalPages.Page page = reader.get("/kalender?lang=en&month=" + MONTH);

        assertThat(page.text()).contains("Week", "Monday", "09:30 Theme day", "30 seats left", "1 event found");
    }
}
