package dk.astra.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what looks like a Danish personal number, which nobody has to tell us (domain.md 3.1): ddmmyy and four digits,
 * with a hyphen, a space or nothing between, where ddmmyy is a date.
 */
public final class CprNumber {

    private static final Pattern SHAPE =
            Pattern.compile("(?<!\\d)(\\d{2})(\\d{2})(\\d{2})[- \u2010-\u2015]?\\d{4}(?!\\d)");
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private CprNumber() {}

    public static boolean isIn(String text) {
        Matcher candidates = SHAPE.matcher(text);
        while (candidates.find()) {
            int day = Integer.parseInt(candidates.group(1));
            int month = Integer.parseInt(candidates.group(2));
            int year = Integer.parseInt(candidates.group(3));
            if (isDate(day, month, year)) {
                return true;
            }
        }
        return false;
    }

    /** The century is unknown: 29 February exists where it does in one of them. */
    private static boolean isDate(int day, int month, int year) {
        if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) {
            return false;
        }
        return !(month == 2 && day == 29) || year % 4 == 0;
    }
}
