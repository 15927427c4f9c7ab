package dk.astra.systemtests.flows;

import java.util.List;
import java.util.stream.Stream;

/** How somebody comes to us: language, browser with or without JavaScript, width of the screen. */
record Visit(String language, boolean javaScript, int width) {

    /** Every pair of values is in one of them. */
    private static final List<Visit> PAIRS = List.of(
            new Visit("da", true, 320),
            new Visit("da", false, 1280),
            new Visit("en", true, 1280),
            new Visit("en", false, 320));

    /** Four of them; all eight with {@code -Dflows=all}. */
    static List<Visit> chosen() {
        return System.getProperty("flows", "").equals("all") ? all() : PAIRS;
    }

    private static List<Visit> all() {
        return Stream.of("da", "en")
                .flatMap(language -> Stream.of(true, false)
                        .flatMap(javaScript ->
                                Stream.of(320, 1280).map(width -> new Visit(language, javaScript, width))))
                .toList();
    }

    @Override
    public String toString() {
        return language + (javaScript ? "-js-" : "-nojs-") + width;
    }
}
