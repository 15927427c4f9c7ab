package dk.astra.localstack.mail;

import static dk.astra.localstack.mail.Html.escape;

import java.util.List;

/** The mails, newest first, with a search by recipient. */
record ListPage(Words words) {

    private static final int SHOWN = 200;

    String render(String to, List<MailSummary> mails) {
        StringBuilder main = new StringBuilder("""
                <h1>%s</h1>
                <form method="get" action="/" role="search">
                <input type="hidden" name="lang" value="%s">
                <label for="to">%s</label>
                <input id="to" name="to" type="search" value="%s" autocomplete="off">
                <button type="submit">%s</button>
                </form>
                <p role="status">%s</p>
                """.formatted(
                        escape(words.get("mailbox")),
                        words.locale().getLanguage(),
                        escape(words.get("search.label")),
                        escape(to),
                        escape(words.get("search.button")),
                        escape(words.get("found", mails.size(), Math.min(SHOWN, mails.size())))));
        if (!mails.isEmpty()) {
            main.append(
                    "<table>\n<thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>\n<tbody>\n"
                            .formatted(
                                    escape(words.get("to")),
                                    escape(words.get("subject")),
                                    escape(words.get("received"))));
            mails.stream().limit(SHOWN).map(this::row).forEach(main::append);
            main.append("</tbody>\n</table>\n");
        }
        String title = to.isEmpty() ? words.get("mailbox") : words.get("mailbox.for", to);
        String other = "/?lang=" + words.other().getKey() + (to.isEmpty() ? "" : "&to=" + Html.urlPart(to));
        return Html.page(words, title, other, main.toString());
    }

    private String row(MailSummary mail) {
        return "<tr><td>%s</td><td><a href=\"/mails/%s?lang=%s\">%s</a></td><td><time datetime=\"%s\">%s</time></td></tr>\n"
                .formatted(
                        escape(String.join(", ", mail.to())),
                        mail.id(),
                        words.locale().getLanguage(),
                        escape(mail.subject().isBlank() ? words.get("no.subject") : mail.subject()),
                        mail.receivedAt(),
                        escape(words.time(mail.receivedAt())));
    }
}
