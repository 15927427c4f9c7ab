package dk.astra.localstack.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The two pages people see here: the form, and what is shown to those who come without an errand. */
@RestController
class LoginPage {

    static final String PATH = "/login";

    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";
    private static final List<String> LANGUAGES = List.of("da", "en");
    private static final String STYLE = """
            :root { color-scheme: light dark }
            body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 28rem; padding: 1rem }
            label { display: block; font-weight: 600; margin-top: 1rem }
            input { box-sizing: border-box; font: inherit; width: 100%; padding: .5rem; border: 1px solid #6b6b6b }
            button { font: inherit; margin-top: 1.5rem; padding: .6rem 1.5rem; border: 0; background: #0b5cad; color: #fff }
            .error { border-left: .3rem solid #cc0000; padding: .1rem 1rem; margin: 1rem 0 }
            .other { text-align: right }
            :focus-visible { outline: 3px solid #1a73e8; outline-offset: 2px }
            """;

    private final MessageSource texts;
    private final SignInProperties properties;

    LoginPage(MessageSource texts, SignInProperties properties) {
        this.texts = texts;
        this.properties = properties;
    }

    @GetMapping(path = PATH, produces = HTML)
    String form(
            @RequestParam Optional<String> lang,
            @RequestParam Optional<String> error,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response) {
        Locale locale = locale(lang, request, response);
        String alert = error.isPresent()
                ? "<div class=\"error\" role=\"alert\" id=\"alert\"><p>" + text("failed", locale) + "</p></div>"
                : "";
        String main = """
                <h1>%s</h1>
                %s
                <form method="post" action="%s">
                <input type="hidden" name="%s" value="%s">
                <label for="username">%s</label>
                <input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required%s>
                <label for="password">%s</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required%s>
                <button type="submit">%s</button>
                </form>
                <p>%s</p>
                """.formatted(
                        text("title", locale),
                        alert,
                        PATH,
                        csrf.getParameterName(),
                        csrf.getToken(),
                        text("username", locale),
                        error.isPresent() ? " aria-describedby=\"alert\"" : "",
                        text("password", locale),
                        error.isPresent() ? " aria-describedby=\"alert\"" : "",
                        text("submit", locale),
                        text("hint", locale));
        String title = error.isPresent() ? text("failed.title", locale) : text("title", locale);
        return page(locale, title, PATH, main);
    }

    @GetMapping(path = "/", produces = HTML)
    String home(
            @RequestParam Optional<String> lang,
            @Nullable Authentication staff,
            HttpServletRequest request,
            HttpServletResponse response) {
        Locale locale = locale(lang, request, response);
        String who = staff == null
                ? text("home.nobody", locale)
                : text("home.somebody", locale, HtmlUtils.htmlEscape(staff.getName()));
        String main = "<h1>%s</h1>\n<p>%s</p>\n<p><a href=\"%s\">%s</a></p>\n"
                .formatted(
                        text("title", locale),
                        who,
                        HtmlUtils.htmlEscape(properties.portalUrl().toString()),
                        text("home.portal", locale));
        return page(locale, text("title", locale), "/", main);
    }

    private String page(Locale locale, String title, String path, String main) {
        String other = locale.getLanguage().equals("da") ? "en" : "da";
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
                <p class="other"><a lang="%s" hreflang="%s" href="%s?lang=%s">%s</a></p>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(
                        locale.getLanguage(), title, STYLE, other, other, path, other, text("other", locale), main);
    }

    /** As chosen on the page, else as the portal asked (OpenID Connect {@code ui_locales}), else as the browser prefers. */
    private static Locale locale(Optional<String> lang, HttpServletRequest request, HttpServletResponse response) {
        return lang.filter(LANGUAGES::contains)
                .or(() -> askedByPortal(request, response))
                .map(Locale::of)
                .orElseGet(() -> {
                    boolean unspecified = request.getHeader("Accept-Language") == null;
                    Locale preferred = unspecified
                            ? null
                            : Locale.lookup(
                                    Collections.list(request.getLocales()).stream()
                                            .map(locale -> new Locale.LanguageRange(locale.toLanguageTag()))
                                            .toList(),
                                    LANGUAGES.stream().map(Locale::of).toList());
                    return preferred == null ? Locale.of("da") : preferred;
                });
    }

    private static Optional<String> askedByPortal(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = new HttpSessionRequestCache().getRequest(request, response);
        String[] asked = saved == null ? null : saved.getParameterValues("ui_locales");
        return asked == null || asked.length == 0
                ? Optional.empty()
                : Arrays.stream(asked[0].split(" ")).filter(LANGUAGES::contains).findFirst();
    }

    private String text(String key, Locale locale, Object... values) {
        return texts.getMessage(key, values, locale);
    }
}
