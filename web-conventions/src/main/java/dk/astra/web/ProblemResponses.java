package dk.astra.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems (RFC 9457) in the reader's language. */
public final class ProblemResponses {

    static final String TYPE_BASE = "https://tilmelding.astra.dk/problems/";

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final JsonMapper json;

    ProblemResponses(MessageSource messages, LocaleResolver locales, JsonMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    /** @param name ends the type and chooses the texts */
    ProblemDetail problem(HttpStatus status, String name, HttpServletRequest request, Object... arguments) {
        Locale locale = locales.resolveLocale(request);
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPE_BASE + name));
        problem.setTitle(text("problem." + name + ".title", locale, arguments));
        problem.setDetail(text("problem." + name + ".detail", locale, arguments));
        problem.setInstance(URI.create(request.getRequestURI()));
        return problem;
    }

    ProblemDetail invalid(List<FieldProblem> fields, HttpServletRequest request) {
        Locale locale = locales.resolveLocale(request);
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "invalid-fields", request);
        problem.setProperty(
                "errors", fields.stream().map(field -> error(field, locale)).toList());
        return problem;
    }

    private Map<String, String> error(FieldProblem field, Locale locale) {
        Object[] arguments = field.arguments().toArray();
        String general = text("field." + field.code(), locale, arguments);
        String specific = messages.getMessage(
                "field." + field.field().replaceAll("\\[\\d+]", "") + "." + field.code(), arguments, general, locale);
        Map<String, String> error = new LinkedHashMap<>();
        error.put("field", field.field());
        error.put("code", field.code());
        error.put("message", specific == null ? general : specific);
        return error;
    }

    private String text(String key, Locale locale, Object... arguments) {
        String text = messages.getMessage(key, arguments, key, locale);
        return text == null ? key : text;
    }

    void write(ProblemDetail problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    void unauthorised(HttpServletRequest request, HttpServletResponse response, Exception failure) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(problem(HttpStatus.UNAUTHORIZED, "unauthorised", request), response);
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response, Exception failure) throws IOException {
        write(problem(HttpStatus.FORBIDDEN, "forbidden", request), response);
    }

    /** Answers 429 with Retry-After. */
    public void tooBusy(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        write(problem(HttpStatus.TOO_MANY_REQUESTS, "too-busy", request), response);
    }

    /** Answers 429 to a client that asks more often than it may; Retry-After is in whole seconds, rounded up. */
    public void tooOften(Duration wait, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long seconds = wait.plusMillis(999).toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        write(problem(HttpStatus.TOO_MANY_REQUESTS, "too-often", request, seconds), response);
    }
}
