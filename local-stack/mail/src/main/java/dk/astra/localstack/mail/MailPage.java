package dk.astra.localstack.mail;

import static dk.astra.localstack.mail.Html.escape;

/** One mail: its text, its HTML in a frame of its own, its calendar object and its source. */
record MailPage(Words words) {

    String render(Mail mail) {
        MailSummary line = mail.summary();
        String subject = line.subject().isBlank() ? words.get("no.subject") : line.subject();
        StringBuilder main = new StringBuilder("<h1>%s</h1>\n<dl>\n".formatted(escape(subject)));
        fact(main, "to", escape(String.join(", ", line.to())));
        fact(
                main,
                "received",
                "<time datetime=\"%s\">%s</time>".formatted(line.receivedAt(), escape(words.time(line.receivedAt()))));
        fact(main, "message.id", escape(line.messageId()));
        main.append("</dl>\n");
        if (mail.text() != null) {
            section(main, "text", "<pre id=\"text\">" + Html.withLinks(mail.text()) + "</pre>\n");
        }
        if (mail.html() != null) {
            section(
                    main,
                    "html",
                    "<iframe title=\"%s\" src=\"/mails/%s/html\" sandbox=\"allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation\"></iframe>\n"
                            .formatted(escape(words.get("html")), line.id()));
        }
        if (mail.calendar() != null) {
            section(
                    main,
                    "calendar",
                    "<pre id=\"calendar\">%s</pre>\n<p><a href=\"/mails/%s/calendar\">%s</a></p>\n"
                            .formatted(escape(mail.calendar()), line.id(), escape(words.get("calendar.download"))));
        }
        main.append("<details><summary>%s</summary>\n<pre id=\"raw\">%s</pre></details>\n"
                .formatted(escape(words.get("raw")), escape(mail.raw())));
        return Html.page(
                words, subject, "/mails/" + line.id() + "?lang=" + words.other().getKey(), main.toString());
    }

    String renderMissing() {
        String title = words.get("missing");
        return Html.page(
                words,
                title,
                "/?lang=" + words.other().getKey(),
                "<h1>%s</h1>\n<p>%s</p>\n".formatted(escape(title), escape(words.get("missing.why"))));
    }

    private void fact(StringBuilder main, String key, String html) {
        main.append("<dt>%s</dt><dd>%s</dd>\n".formatted(escape(words.get(key)), html));
    }

    private void section(StringBuilder main, String key, String html) {
        main.append("<h2>%s</h2>\n%s".formatted(escape(words.get(key)), html));
    }
}
