package dk.astra.localstack.mail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The frame of a page, and text made safe for it. */
final class Html {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)]");

    private static final String STYLE = """
            :root { color-scheme: light dark }
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 0 1rem 3rem }
            header { display: flex; flex-wrap: wrap; gap: 1rem; justify-content: space-between; align-items: baseline }
            table { border-collapse: collapse; width: 100% }
            th, td { border-bottom: 1px solid #8a8a8a; padding: .5rem; text-align: left; vertical-align: top;
              overflow-wrap: anywhere }
            input, button { font: inherit; padding: .4rem .6rem; border: 1px solid #6b6b6b; border-radius: .2rem }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8a8a8a; padding: .75rem }
            iframe { width: 100%; height: 32rem; border: 1px solid #8a8a8a; background: #fff }
            dt { font-weight: 600 } dd { margin: 0 0 .5rem; overflow-wrap: anywhere }
            a:focus-visible, input:focus-visible, button:focus-visible, summary:focus-visible, iframe:focus-visible {
              outline: 3px solid #1a73e8; outline-offset: 2px }
            .skip { position: absolute; left: -100rem } .skip:focus { position: static }
            """;

    private Html() {}

    static String page(Words words, String title, String otherLanguagePath, String main) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <a class="skip" href="#main">%s</a>
                <header><p><a href="/?lang=%s">%s</a></p><p><a lang="%s" hreflang="%s" href="%s">%s</a></p></header>
                <main id="main">
                %s</main>
                </body>
                </html>
                """.formatted(
                        words.locale().getLanguage(),
                        escape(title),
                        STYLE,
                        escape(words.get("skip")),
                        words.locale().getLanguage(),
                        escape(words.get("mailbox")),
                        words.other().getKey(),
                        words.other().getKey(),
                        escape(otherLanguagePath),
                        escape(words.other().getValue()),
                        main);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Text for a page, its web addresses as links. */
    static String withLinks(String text) {
        StringBuilder html = new StringBuilder();
        int end = 0;
        for (MatchResult link : LINK.matcher(text).results().toList()) {
            String address = escape(link.group());
            html.append(escape(text.substring(end, link.start())))
                    .append("<a href=\"")
                    .append(address)
                    .append("\">")
                    .append(address)
                    .append("</a>");
            end = link.end();
        }
        return html.append(escape(text.substring(end))).toString();
    }

    static String urlPart(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
