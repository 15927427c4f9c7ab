package dk.astra.portal.staff;

import dk.astra.contracts.LocalizedText;
import dk.astra.portal.meetings.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers to choose from, one per line: Danish words, and English ones after a bar. */
final class OptionLines {

    private static final int LONGEST_ID = 40;

    private OptionLines() {}

    record Option(String id, String da, String en) {

        Map<String, Object> body() {
            return Map.of("id", id, "label", Map.of("da", da, "en", en));
        }
    }

    static String typed(List<Question.Option> options) {
        return options.stream().map(option -> words(option.label())).collect(Collectors.joining("\n"));
    }

    private static String words(LocalizedText label) {
        return label.en().isBlank() ? label.da() : label.da() + " | " + label.en();
    }

    /** Ids by their words, so that words that stay keep their id. */
    static String known(List<Question.Option> options) {
        return options.stream()
                .map(option -> option.id() + " " + option.label().da())
                .collect(Collectors.joining("\n"));
    }

    static List<Option> read(String lines, String known) {
        Map<String, String> ids = new LinkedHashMap<>();
        known.lines()
                .filter(line -> line.contains(" "))
                .forEach(line ->
                        ids.put(line.substring(line.indexOf(' ') + 1).strip(), line.substring(0, line.indexOf(' '))));
        Set<String> taken = new HashSet<>(ids.values());
        List<Option> options = new ArrayList<>();
        for (String line : lines.lines().filter(text -> !text.isBlank()).toList()) {
            int bar = line.indexOf('|');
            String da = (bar < 0 ? line : line.substring(0, bar)).strip();
            String en = bar < 0 ? "" : line.substring(bar + 1).strip();
            String id = ids.remove(da);
            if (id == null) {
                id = slug(da, "svar", taken);
                taken.add(id);
            }
            options.add(new Option(id, da, en));
        }
        return options;
    }

    /** What an organiser writes for an answer. */
    static String word(Question question, String id) {
        if (question.kind().equals(Question.YES_NO)) {
            return id.equals("YES") ? "Ja" : "Nej";
        }
        return question.options().stream()
                .filter(option -> option.id().equals(id))
                .map(option -> option.label().da())
                .findFirst()
                .orElse(id);
    }

    /** @param options none for yes and no */
    static @Nullable String idOf(String word, List<Option> options) {
        if (options.isEmpty()) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "ja", "yes" -> "YES";
                case "nej", "no" -> "NO";
                default -> null;
            };
        }
        return options.stream()
                .filter(option -> word.equalsIgnoreCase(option.da())
                        || (!word.isEmpty() && word.equalsIgnoreCase(option.en()))
                        || word.equals(option.id()))
                .map(Option::id)
                .findFirst()
                .orElse(null);
    }

    /** Small letters, digits and hyphens, beginning with a letter, and none of those that are taken. */
    static String slug(String words, String otherwise, Set<String> taken) {
        String plain = words.toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "oe")
                .replace("å", "aa")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+|-+$", "");
        String slug = plain.isEmpty() ? otherwise : plain.substring(0, Math.min(plain.length(), LONGEST_ID - 4));
        String free = slug;
        for (int number = 2; taken.contains(free); number++) {
            free = slug + "-" + number;
        }
        return free;
    }
}
