package dk.astra.event.meetings;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Text as people type it when they search: aa for å, ae for æ, oe for ø, without case, accents and hyphens. */
final class FoldedText {

    private static final Locale DANISH = Locale.of("da");

    private FoldedText() {}

    static String of(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(DANISH)
                .replace("å", "aa")
                .replace("æ", "ae")
                .replace("ä", "ae")
                .replace("ø", "oe")
                .replace("ö", "oe");
        return Normalizer.normalize(lower, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\\p{Pd}\\s]+", " ")
                .strip();
    }

    static List<String> words(String text) {
        return Arrays.stream(of(text).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
