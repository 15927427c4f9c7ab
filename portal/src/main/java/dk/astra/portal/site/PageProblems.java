package dk.astra.portal.site;

import dk.astra.web.NeighbourUnavailable;
import dk.astra.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Every failure as a page of ours; goes before the problem documents that the APIs answer with. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {

    private static final Logger log = LoggerFactory.getLogger(PageProblems.class);

    private final SiteAttributes site;
    private final KeptAnswers kept;

    PageProblems(SiteAttributes site, KeptAnswers kept) {
        this.site = site;
        this.kept = kept;
    }

    /** The security filters know what to do with these. */
    @ExceptionHandler({
        AccessDeniedException.class,
        AuthenticationException.class,
        ClientAuthorizationRequiredException.class
    })
    void signIn(RuntimeException refusal) {
        throw refusal;
    }

    @ExceptionHandler
    ModelAndView notFound(NotFound missing, HttpServletRequest request) {
        return page(HttpStatus.NOT_FOUND, request);
    }

    @ExceptionHandler
    ModelAndView away(NeighbourUnavailable away, HttpServletRequest request, HttpServletResponse response) {
        log.warn("no answer from {} at {}", away.properties().get("neighbour"), place(request));
        ModelAndView page = page(HttpStatus.SERVICE_UNAVAILABLE, request);
        if (KeptAnswers.areIn(request)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            page.setViewName(KeptAnswers.VIEW);
            page.addAllObjects(kept.model(request, "AWAY"));
        }
        return page;
    }

    /** A service's refusal that the page had no answer to. */
    @ExceptionHandler
    ModelAndView refused(HttpClientErrorException refusal, HttpServletRequest request) {
        HttpStatusCode status = refusal.getStatusCode();
        log.info("refused with {} at {}", status.value(), place(request));
        return switch (status.value()) {
            case 401, 403, 404 -> page(HttpStatus.valueOf(status.value()), request);
            default -> page(HttpStatus.BAD_REQUEST, request);
        };
    }

    /** Bytes that are no text, a form that is too long, a file: nobody who uses our pages sends these. */
    @ExceptionHandler({InvalidParameterException.class, MultipartException.class})
    ModelAndView unreadable(RuntimeException unreadable, HttpServletRequest request) {
        log.info("unreadable at {}: {}", place(request), unreadable.getClass().getSimpleName());
        return page(HttpStatus.BAD_REQUEST, request);
    }

    @ExceptionHandler
    ModelAndView failed(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = known.getStatusCode().value() == 404
                            || known.getStatusCode().value() == 405
                    ? HttpStatus.NOT_FOUND
                    : HttpStatus.BAD_REQUEST;
            return page(status, request);
        }
        log.error("failed at {}: {}", place(request), failure.getClass().getSimpleName(), failure);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    private ModelAndView page(HttpStatus status, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("error", status);
        page.addObject("site", site.site(request));
        page.addObject("status", status.value());
        return page;
    }

    /** The pattern and not the path: the path may hold a personal link. */
    private static Object place(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "an unknown address" : pattern;
    }
}
