package dk.astra.testsupport;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Web addresses in a plain text. */
final class Links {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']+");

    private Links() {}

    static List<String> in(String text) {
        return ADDRESS.matcher(text).results().map(MatchResult::group).toList();
    }
}
