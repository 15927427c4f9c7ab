package dk.astra.notification.templates;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.contracts.deliveries.MailKind;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.testsupport.MeetingBuilder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LettersTest {

    private static final String LINK = "https://tilmelding.example/min-tilmelding/abc_-123?x=1&y=2";

    private final Letters letters = new Letters();
    private final Layout layout = new Layout();

    @Nested
    class Confirmed {

        @Test
        void readsInDanish() {
            Letter letter = compose(MailKind.CONFIRMED, meeting().build(), "da");
            assertThat(letter.subject()).isEqualTo("Bekræftelse: Temadag om energi onsdag d. 13. marts 2024");
            assertThat(layout.text(letter)).isEqualTo("""
                            Kære Åse Øst

                            Tak for din tilmelding til Temadag om energi onsdag d. 13. marts 2024 kl. 9.00-15.00. Du har fået en plads. Vi glæder os til at se dig.

                            Er du blevet forhindret? Meld afbud, så en anden kan få pladsen.

                            Arrangement: Temadag om energi
                            Hvornår: onsdag d. 13. marts 2024 kl. 9.00-15.00
                            Hvor: Huset ved åen, Åvej 1, 4180 Sorø
                            Kontakt: Arrangementer, arrangementer@astra.example

                            Program:
                              9.00  Velkomst

                            Ret eller afmeld din tilmelding:
                            https://tilmelding.example/min-tilmelding/abc_-123?x=1&y=2

                            Astra

                            --
                            Du får denne mail, fordi din adresse er brugt til en tilmelding til Temadag om energi hos Astra. Mailen er sendt automatisk. Dit svar går til arrangementer@astra.example.
                            """);
        }

        @Test
        void readsInEnglish() {
            Letter letter = compose(MailKind.CONFIRMED, meeting().build(), "en");
            assertThat(letter.subject()).isEqualTo("Confirmation: Theme day on energy Wednesday 13 March 2024");
            assertThat(layout.text(letter))
                    .startsWith("Dear Åse Øst\n\nThank you for registering for Theme day on energy on Wednesday")
                    .contains("When: Wednesday 13 March 2024 at 9:00-15:00")
                    .contains("9:00  Welcome")
                    .contains("Change or cancel your registration:\n" + LINK)
                    .doesNotContain("tilmelding til");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    WAITLISTED | da | Du er på venteliste til Temadag om energi
                    WAITLISTED | en | You are on the waiting list for Theme day on energy
                    PROMOTED | da | Der er blevet en plads til dig: Temadag om energi
                    PROMOTED | en | A seat has become free for you: Theme day on energy
                    CANCELLED_BY_PARTICIPANT | da | Du er afmeldt: Temadag om energi onsdag d. 13. marts 2024
                    CANCELLED_BY_PARTICIPANT | en | Your registration is cancelled: Theme day on energy Wednesday 13 March 2024
                    CANCELLED_BY_ORGANISER | da | Din tilmelding er afmeldt: Temadag om energi onsdag d. 13. marts 2024
                    CANCELLED_BY_ORGANISER | en | We cancelled your registration: Theme day on energy Wednesday 13 March 2024
                    MEETING_CANCELLED | da | Aflyst: Temadag om energi onsdag d. 13. marts 2024
                    MEETING_CANCELLED | en | Cancelled: Theme day on energy Wednesday 13 March 2024
                    GROUP_SIGNED_UP | da | Dine pladser til Temadag om energi onsdag d. 13. marts 2024
                    GROUP_SIGNED_UP | en | Your places at Theme day on energy on Wednesday 13 March 2024
                    MEETING_CHANGED | da | Ændring af Temadag om energi
                    MEETING_CHANGED | en | Change to Theme day on energy
                    """)
    void saysWhatItIsAboutInTheSubject(MailKind kind, String language, String subject) {
        assertThat(compose(kind, meeting().build(), language).subject()).isEqualTo(subject);
    }

    @Test
    void namesWhatChangedAndWhatItMeansForTheReader() {
        Occasion moved =
                new Occasion(MailKind.MEETING_CHANGED, meeting().build(), false, false, Set.of("startsAt", "endsAt"));
        Letter letter = letters.compose(moved, "Åse Øst", "da", LINK);
        assertThat(letter.subject()).isEqualTo("Nyt tidspunkt eller sted for Temadag om energi");
        assertThat(letter.paragraphs())
                .contains(
                        "Ændret: tidspunkt.",
                        "Din plads er stadig din. Kan du ikke komme, så meld afbud, så en anden kan få pladsen.");

        Occasion waiting = new Occasion(MailKind.MEETING_CHANGED, meeting().build(), false, true, Set.of("programme"));
        assertThat(letters.compose(waiting, "Åse Øst", "en", LINK).paragraphs())
                .contains("Changed: programme.", "You are still on the waiting list, with the same number.");
    }

    @Test
    void tellsWhoHoldsAnOfferThatItStillStandsWhateverChanged() {
        Instant until = Instant.parse("2024-03-07T11:00:00Z");
        Occasion offered = new Occasion(
                MailKind.MEETING_CHANGED,
                meeting().build(),
                false,
                true,
                Set.of("programme"),
                until,
                false,
                false,
                false,
                false);
        Letter danish = letters.compose(offered, "Åse Øst", "da", LINK);
        assertThat(layout.text(danish))
                .contains(
                        "Vi holder stadig en plads til dig. Åbn linket, og svar senest torsdag d. 7. marts 2024 kl. 12.00.",
                        "Sig ja eller nej tak til pladsen")
                .doesNotContain("ventelisten");
        assertThat(layout.text(letters.compose(offered, "Åse Øst", "en", LINK)))
                .contains("answer by Thursday 7 March 2024 at 12:00")
                .doesNotContain("waiting list");
    }

    @Test
    void saysThatTheLeaderOfTheGroupCancelledAndWhatToDo() {
        Letter danish = compose(MailKind.CANCELLED_BY_LEADER, meeting().build(), "da");
        assertThat(danish.subject()).isEqualTo("Du er afmeldt: Temadag om energi onsdag d. 13. marts 2024");
        assertThat(layout.text(danish))
                .contains("Den, der tilmeldte dig sammen med andre, har afmeldt dig", "selv tilmelde dig igen")
                .doesNotContain("Tak, fordi du gav besked");
        assertThat(layout.text(compose(MailKind.CANCELLED_BY_LEADER, meeting().build(), "en")))
                .contains("The person who signed you up together with others", "register again yourself");
    }

    @Test
    void saysUntilWhenAnOfferCanBeAnswered() {
        Instant until = Instant.parse("2024-03-07T11:00:00Z");
        Occasion offer = new Occasion(
                MailKind.OFFERED, meeting().build(), false, true, Set.of(), until, false, false, false, false);
        Letter danish = letters.compose(offer, "Åse Øst", "da", LINK);
        assertThat(danish.subject())
                .isEqualTo("Der er en plads til dig – svar senest torsdag d. 7. marts 2024 kl. 12.00");
        assertThat(layout.text(danish)).contains("Sig ja eller nej tak til pladsen", "dog senest torsdag d. 7. marts");
        assertThat(letters.compose(offer, "Åse Øst", "en", LINK).subject())
                .isEqualTo("There is a seat for you – answer by Thursday 7 March 2024 at 12:00");

        Occasion confirm = new Occasion(
                MailKind.CONFIRM_EMAIL, meeting().build(), false, true, Set.of(), until, false, false, false, false);
        assertThat(layout.text(letters.compose(confirm, "Åse Øst", "da", LINK)))
                .contains("Bekræft din tilmelding", "senest torsdag d. 7. marts 2024 kl. 12.00");
    }

    @Test
    void saysThatAnOfferWillComeAndHowLongItLasts() {
        assertThat(compose(MailKind.WAITLISTED, meeting().offeringFor(24).build(), "da")
                        .paragraphs())
                .contains("Bliver der en plads, får du en mail og har 24 timer til at svare.");
        assertThat(compose(MailKind.WAITLISTED, meeting().build(), "da").paragraphs())
                .noneMatch(text -> text.contains("timer til at svare"));
    }

    @Test
    void saysThatTheWaitAtTheTwinIsOver() {
        Occasion took = new Occasion(
                MailKind.PROMOTED, meeting().build(), false, false, Set.of(), null, true, false, false, false);
        assertThat(letters.compose(took, "Åse Øst", "da", LINK).paragraphs())
                .anyMatch(text -> text.contains("i den anden landsdel, står du der ikke længere"));
    }

    @Test
    void tellsWhyTheMeetingIsCancelled() {
        Letter letter =
                compose(MailKind.MEETING_CANCELLED, meeting().cancelled().build(), "da");
        assertThat(letter.paragraphs()).contains("Grunden er: Oplægsholderen er syg");
        assertThat(letter.programme()).isEmpty();
        assertThat(layout.text(letter)).contains("Se din tilmelding").doesNotContain("Program:");
    }

    @Test
    void saysOnALateConfirmationThatTheMeetingIsCancelledNow() {
        assertThat(compose(MailKind.CONFIRMED, meeting().cancelled().build(), "da")
                        .paragraphs()
                        .getFirst())
                .startsWith("Bemærk: Arrangementet er aflyst");
    }

    @Test
    void tellsWhereAnOnlineAndAHybridMeetingIs() {
        assertThat(letters.place(meeting().online().build(), "da"))
                .isEqualTo("Online. Du får linket inden arrangementet");
        assertThat(letters.place(meeting().hybrid().build(), "en"))
                .isEqualTo("Huset ved åen, Åvej 1, 4180 Sorø, or online");
    }

    @Test
    void writesBothDaysOfAMeetingOverMidnight() {
        MeetingState overnight =
                meeting().startingAt(LocalDateTime.of(2024, 3, 13, 20, 30)).build();
        assertThat(MeetingTimes.when(overnight, "da"))
                .isEqualTo("onsdag d. 13. marts 2024 kl. 20.30 - torsdag d. 14. marts 2024 kl. 2.30");
    }

    @Test
    void laysOutHtmlThatEscapesEverything() {
        Letter letter = letters.compose(
                new Occasion(
                        MailKind.CONFIRMED,
                        meeting().withTitle("<b>Fest</b> & \"farver\"", "x").build(),
                        false,
                        false,
                        Set.of()),
                "<script>alert(1)</script>",
                "da",
                LINK);
        String html = layout.html(letter);
        assertThat(html)
                .contains("<html lang=\"da\">")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&lt;b&gt;Fest&lt;/b&gt; &amp; &quot;farver&quot;")
                .contains("href=\"https://tilmelding.example/min-tilmelding/abc_-123?x=1&amp;y=2\"")
                .contains("Ret eller afmeld din tilmelding</a>")
                .doesNotContain("<script", "<b>", " th:");
        assertThat(layout.text(letter)).contains("Kære <script>alert(1)</script>");
    }

    @Test
    void keepsBracesOfANameAsTheyAre() {
        assertThat(letters.compose(occasion(MailKind.CONFIRMED, meeting().build()), "O'{0} [[x]]", "da", LINK)
                        .greeting())
                .isEqualTo("Kære O'{0} [[x]]");
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void hasEveryTextInBothLanguages(MailKind kind) {
        for (String language : List.of("da", "en")) {
            Letter letter = compose(kind, meeting().build(), language);
            assertThat(layout.html(letter)).contains("<html lang=\"" + language + "\">");
            assertThat(layout.text(letter)).contains(LINK).doesNotContain("[(").doesNotContain("{0}");
        }
    }

    @Test
    void hasTheSameKeysInBothLanguages() throws Exception {
        assertThat(bundle("mails_en.properties").keySet())
                .isEqualTo(bundle("mails.properties").keySet());
    }

    private static Properties bundle(String name) throws Exception {
        Properties properties = new Properties();
        try (var in = LettersTest.class.getClassLoader().getResourceAsStream(name)) {
            properties.load(in);
        }
        return properties;
    }

    private Letter compose(MailKind kind, MeetingState meeting, String language) {
        return letters.compose(occasion(kind, meeting), "Åse Øst", language, LINK);
    }

    private static Occasion occasion(MailKind kind, MeetingState meeting) {
        return new Occasion(kind, meeting, true, false, Set.of());
    }

    private static MeetingBuilder meeting() {
        return aMeeting().startingAt(LocalDateTime.of(2024, 3, 13, 9, 0));
    }
}
