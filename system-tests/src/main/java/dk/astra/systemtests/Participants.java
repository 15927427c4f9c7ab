package dk.astra.systemtests;

import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Invents people, each with a name, an address and a comment that nobody else has, and remembers them. */
public final class Participants {

    private static final List<String> FIRST = List.of(
            "Åsefride",
            "Bjørghild",
            "Øystina",
            "Sværke",
            "Ædelmund",
            "Frydolf",
            "Hjalmine",
            "Ragnfred",
            "Tjørvild",
            "Vølund",
            "Esbernia",
            "Kjærstine",
            "Gyldfrid",
            "Ottilius",
            "Nørfrede",
            "Ylvarine");
    private static final List<String> LAST = List.of(
            "Kløvermark",
            "Søndervang-Holt",
            "Røllikeby",
            "Mosebæk",
            "Ålekiste",
            "Vesterkær",
            "Tornblad",
            "Birkesø",
            "Skovmærke",
            "Engblomme",
            "Havgård-Lund",
            "Rønnebær",
            "Stenurt",
            "Lyngtoft",
            "Bækkelund",
            "Ørnehøj");
    private static final List<String> WISHES = List.of("glutenfri frokost", "kun plantekost", "plads tæt på døren");

    // a later run on the same data invents other people
    private static final String RUN = "r" + Long.toString(System.currentTimeMillis(), 36);

    private static final Queue<Participant> INVENTED = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Participants() {}

    /** A new person. */
    public static Participant next() {
        int number = NEXT.incrementAndGet();
        String first = FIRST.get(number % FIRST.size());
        String last = LAST.get(number / FIRST.size() % LAST.size());
        String middle = letters(number);
        Participant participant = new Participant(
                first + " " + middle + " " + last,
                "%s.%d@skole%d.%s.example".formatted(middle.toLowerCase(Locale.ROOT), number, number % 7, RUN),
                "Ønsker " + WISHES.get(number % WISHES.size()) + ", hilsen " + middle);
        INVENTED.add(participant);
        return participant;
    }

    /** Everybody who was invented in this JVM. */
    public static List<Participant> all() {
        return List.copyOf(INVENTED);
    }

    /** A word of seven letters that is another one for every number below 16^5. */
    private static String letters(int number) {
        StringBuilder word = new StringBuilder("Zo");
        for (int shift = 16; shift >= 0; shift -= 4) {
            word.append((char) ('a' + (number >> shift & 15)));
        }
        return word.toString();
    }
}
