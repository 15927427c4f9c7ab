package dk.astra.registration.registration.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what looks like a CPR number: six digits that are a date, and four more (domain.md 3.1). */
final class CprNumber {

    private static final Pattern LOOKS_LIKE = Pattern.compile("(?<!\\d)(\\d{2})(\\d{2})\\d{2}[ -]?\\d{4}(?!\\d)");

    private CprNumber() {}

    static boolean isIn(@Nullable String text) {
        if (text == null) {
            return false;
        }
        Matcher matcher = LOOKS_LIKE.matcher(text);
        while (matcher.find()) {
            int day = Integer.parseInt(matcher.group(1));
            int month = Integer.parseInt(matcher.group(2));
            if (day >= 1 && day <= 31 && month >= 1 && month <= 12) {
                return true;
            }
        }
        return false;
    }
}
