package dk.astra.localstack.store;

/** The literal text every match of an anchored regular expression begins with. */
final class RegexPrefix {

    private static final String SPECIAL = ".[]{}()*+?^$|\\";

    private RegexPrefix() {}

    /** Empty where there is none or it is not obvious. */
    static String of(String pattern) {
        if (!pattern.startsWith("^") || pattern.contains("|") || pattern.contains("(?")) {
            return "";
        }
        if (pattern.startsWith("^\\Q")) {
            int end = pattern.indexOf("\\E");
            return end < 0 ? pattern.substring(3) : withoutRepeated(pattern, 3, end, end + 2);
        }
        int end = 1;
        while (end < pattern.length() && SPECIAL.indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        return withoutRepeated(pattern, 1, end, end);
    }

    /** A quantifier behind the text makes its last character optional or repeated. */
    private static String withoutRepeated(String pattern, int start, int end, int next) {
        boolean quantified = next < pattern.length() && "*?{+".indexOf(pattern.charAt(next)) >= 0;
        return pattern.substring(start, quantified && end > start ? end - 1 : end);
    }
}
