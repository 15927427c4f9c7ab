package dk.astra.benchmarks.scenarios;

import dk.astra.benchmarks.load.Reply;

/**
 * Somebody of a crowd: when they asked, when they were answered, what they got.
 *
 * @param seat 0 for one who waits
 * @param place in line; 0 for one who has a seat
 */
record Person(long asked, long answered, int seat, long place) {

    static Person of(long asked, long answered, Reply reply) {
        String text = reply.text();
        return new Person(asked, answered, (int) number(text, "\"seat\":"), number(text, "\"placeInLine\":"));
    }

    /** The token of the personal link in an answer. */
    static String token(Reply reply) {
        String text = reply.text();
        int begin = text.indexOf("/min/") + "/min/".length();
        return text.substring(begin, text.indexOf('"', begin));
    }

    private static long number(String text, String name) {
        int begin = text.indexOf(name);
        if (begin < 0) {
            return 0;
        }
        long number = 0;
        for (int i = begin + name.length(); i < text.length() && Character.isDigit(text.charAt(i)); i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
