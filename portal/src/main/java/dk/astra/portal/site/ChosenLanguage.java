package dk.astra.portal.site;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** Danish until the reader chooses English with {@code ?lang=en}; the choice is remembered in a cookie. */
@Component("localeResolver")
class ChosenLanguage implements LocaleResolver, HandlerInterceptor {

    static final String PARAMETER = "lang";
    static final String COOKIE = "sprog";
    private static final Locale DANISH = Locale.of("da");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Locale chosen = chosen(request);
        if (chosen != null) {
            return chosen;
        }
        Cookie remembered = WebUtils.getCookie(request, COOKIE);
        Locale earlier = remembered == null ? null : known(remembered.getValue());
        return earlier == null ? DANISH : earlier;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the reader chooses with ?lang=");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Locale chosen = chosen(request);
        if (chosen != null) {
            ResponseCookie cookie = ResponseCookie.from(COOKIE, chosen.getLanguage())
                    .path("/")
                    .maxAge(Duration.ofDays(365))
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return true;
    }

    /** A request whose parameters cannot be read is answered too, and in the reader's language. */
    private static @Nullable Locale chosen(HttpServletRequest request) {
        try {
            return known(request.getParameter(PARAMETER));
        } catch (IllegalStateException unreadable) {
            return null;
        }
    }

    private static @Nullable Locale known(@Nullable String language) {
        return switch (language) {
            case "da" -> DANISH;
            case "en" -> Locale.ENGLISH;
            case null, default -> null;
        };
    }
}
