package dk.astra.systemtests.flows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/** What the pages and the mails say in one language, by the names in their bundles. */
final class Words {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");
    private static final Pattern MEANT_OTHERWISE = Pattern.compile("[\\\\.^$|?*+()\\[\\]{}]");

    private final Properties pages;
    private final Properties mails;
    private final Locale locale;

    private Words(Properties pages, Properties mails, Locale locale) {
        this.pages = pages;
        this.mails = mails;
        this.locale = locale;
    }

    static Words of(Path root, String language) {
        String ending = language.equals("da") ? ".properties" : "_" + language + ".properties";
        return new Words(
                read(root.resolve("portal/src/main/resources/messages" + ending)),
                read(root.resolve("notification-service/src/main/resources/mails" + ending)),
                Locale.of(language));
    }

    private static Properties read(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text of the pages. */
    String say(String name, Object... arguments) {
        String text = text(pages, name);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    /** Finds that text whole, with anything where an argument is not given, and with a remark in parentheses after it. */
    Pattern like(String name, Object... arguments) {
        return whole(say(name, arguments));
    }

    /** Finds that text among others. */
    Pattern within(String name, Object... arguments) {
        return Pattern.compile("(^|\\s)" + pattern(say(name, arguments)));
    }

    /** Finds a text whole: "(optional)" may follow. */
    static Pattern whole(String text) {
        return Pattern.compile("^" + pattern(text) + "( \\(.*\\))?$");
    }

    private static String pattern(String text) {
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        for (var hole : ARGUMENT.matcher(text).results().toList()) {
            pattern.append(literally(text.substring(from, hole.start()))).append(".*");
            from = hole.end();
        }
        return pattern + literally(text.substring(from));
    }

    /** The browser's driver gives the pattern to JavaScript, which knows no quoting by \Q. */
    private static String literally(String text) {
        return MEANT_OTHERWISE.matcher(text).replaceAll("\\\\$0");
    }

    /** What the subject of a kind of mail begins with. */
    String subject(String kind) {
        String text = text(mails, kind + ".subject");
        int argument = text.indexOf('{');
        return argument < 0 ? text : text.substring(0, argument);
    }

    private static String text(Properties texts, String name) {
        String text = texts.getProperty(name);
        if (text == null) {
            throw new AssertionError("there is no text " + name);
        }
        return text;
    }
}
