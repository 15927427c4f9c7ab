package dk.astra.portal.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every page its {@link Site}. */
@ControllerAdvice
class SiteAttributes {

    /** What follows is a personal link: a key. */
    static final List<String> PERSONAL = List.of("/min/", "/gruppe/", "/invitation/");

    private final LocaleResolver locales;

    SiteAttributes(LocaleResolver locales) {
        this.locales = locales;
    }

    @ModelAttribute("site")
    Site site(HttpServletRequest request) {
        String language = locales.resolveLocale(request).getLanguage();
        String path = pathOf(request);
        Set<String> roles = roles();
        return new Site(
                language,
                section(path),
                path.startsWith("/intern"),
                path.startsWith("/intern") || PERSONAL.stream().anyMatch(path::startsWith),
                Stream.of("da", "en")
                        .map(other -> new Site.LanguageLink(
                                other, href(path, request.getQueryString(), other), other.equals(language)))
                        .toList(),
                roles.isEmpty() ? null : staffName(),
                roles.contains("ROLE_ORGANISER") || roles.contains("ROLE_ADMINISTRATOR"),
                roles.contains("ROLE_MANAGER") || roles.contains("ROLE_ADMINISTRATOR"));
    }

    private static String pathOf(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Object asked = failed == null ? request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) : failed;
        return asked instanceof String path ? path : request.getRequestURI();
    }

    private static String section(String path) {
        if (path.startsWith("/intern/arrangementer")) {
            return "staff-meetings";
        }
        if (path.startsWith("/intern/plan")) {
            return "plan";
        }
        if (path.startsWith("/intern/tal")) {
            return "figures";
        }
        if (path.equals("/mine-links") || path.startsWith("/min/") || path.startsWith("/gruppe/")) {
            return "mine";
        }
        boolean finds = path.equals("/") || path.startsWith("/arrangementer") || path.startsWith("/kalender");
        return finds ? "meetings" : "";
    }

    private static String href(String path, @Nullable String query, String language) {
        try {
            return UriComponentsBuilder.fromPath(path)
                    .query(query == null ? "" : query)
                    .replaceQueryParam(ChosenLanguage.PARAMETER, language)
                    .build(true)
                    .toUriString();
        } catch (IllegalArgumentException notEncoded) {
            return "/?lang=" + language;
        }
    }

    private static Set<String> roles() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                ? Set.of()
                : authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(authority -> authority != null && authority.startsWith("ROLE_"))
                        .filter(authority -> !authority.equals("ROLE_ANONYMOUS"))
                        .collect(Collectors.toSet());
    }

    private static String staffName() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            return "";
        }
        if (authentication.getPrincipal() instanceof OidcUser user) {
            String name = user.getFullName() == null ? user.getPreferredUsername() : user.getFullName();
            return name == null ? authentication.getName() : name;
        }
        return authentication.getName();
    }
}
