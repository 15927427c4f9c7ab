package dk.astra.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.DatabindException;

/** Every failure of an API as a problem: bad input is never a 5xx, and no 5xx tells about our inside (P10). */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemResponses problems;

    ProblemAdvice(ProblemResponses problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request) {
        ProblemDetail problem = problems.problem(refusal.status(), refusal.name(), request, refusal.arguments());
        refusal.properties().forEach(problem::setProperty);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refusal.status());
        if (refusal.status() == HttpStatus.TOO_MANY_REQUESTS || refusal.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, "2");
        }
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidFields invalid, HttpServletRequest request) {
        return answer(problems.invalid(invalid.fields(), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(BindException invalid, HttpServletRequest request) {
        List<FieldProblem> fields = new ArrayList<>();
        for (FieldError error : invalid.getFieldErrors()) {
            fields.add(new FieldProblem(error.getField(), code(error), List.of()));
        }
        invalid.getGlobalErrors().forEach(error -> fields.add(new FieldProblem("", code(error))));
        return answer(problems.invalid(fields.stream().distinct().toList(), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(HandlerMethodValidationException invalid, HttpServletRequest request) {
        List<FieldProblem> fields = invalid.getParameterValidationResults().stream()
                .map(result -> new FieldProblem(
                        String.valueOf(result.getMethodParameter().getParameterName()),
                        code(result.getResolvableErrors().getFirst())))
                .toList();
        return answer(problems.invalid(fields, request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(ConstraintViolationException invalid, HttpServletRequest request) {
        List<FieldProblem> fields = invalid.getConstraintViolations().stream()
                .map(violation ->
                        new FieldProblem(violation.getPropertyPath().toString(), plain(violation.getMessageTemplate())))
                .toList();
        return answer(problems.invalid(fields, request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentTypeMismatchException invalid, HttpServletRequest request) {
        return answer(problems.invalid(List.of(new FieldProblem(invalid.getName(), "invalid-value")), request));
    }

    @ExceptionHandler({MissingRequestHeaderException.class, MissingServletRequestParameterException.class})
    ResponseEntity<ProblemDetail> missing(Exception missing, HttpServletRequest request) {
        String field = missing instanceof MissingRequestHeaderException header
                ? header.getHeaderName()
                : ((MissingServletRequestParameterException) missing).getParameterName();
        return answer(problems.invalid(List.of(new FieldProblem(field, "required")), request));
    }

    /** A value of the wrong kind names its field; anything else is not JSON at all. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        if (unreadable.getCause() instanceof DatabindException bad
                && !bad.getPath().isEmpty()) {
            String field = bad.getPath().stream()
                    .map(step ->
                            step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                    .collect(Collectors.joining());
            String name = field.startsWith(".") ? field.substring(1) : field;
            return answer(problems.invalid(List.of(new FieldProblem(name, "invalid-value")), request));
        }
        return answer(problems.problem(HttpStatus.BAD_REQUEST, "malformed-json", request));
    }

    @ExceptionHandler
    void denied(AccessDeniedException denied) {
        throw denied;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> storeFailed(DataAccessException failure, HttpServletRequest request) {
        log.error(
                "store failed at {}: {}",
                request.getRequestURI(),
                failure.getClass().getSimpleName(),
                failure);
        return unavailable(request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            String name = switch (status) {
                case NOT_FOUND -> "not-found";
                case METHOD_NOT_ALLOWED -> "method-not-allowed";
                case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
                case NOT_ACCEPTABLE -> "not-acceptable";
                default -> "bad-request";
            };
            return ResponseEntity.status(status)
                    .headers(known.getHeaders())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problems.problem(status, name, request));
        }
        log.error(
                "failed at {}: {}", request.getRequestURI(), failure.getClass().getSimpleName(), failure);
        return answer(problems.problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", request));
    }

    private ResponseEntity<ProblemDetail> unavailable(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", request));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** An explicit message of a constraint is our code; else the constraint's name tells. */
    private static String code(MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        if (message != null && message.matches("[a-z0-9-]+")) {
            return message;
        }
        String[] codes = error.getCodes();
        return codes == null || codes.length == 0 ? "invalid-value" : ofConstraint(codes[codes.length - 1]);
    }

    private static String plain(String template) {
        return template.matches("[a-z0-9-]+") ? template : "invalid-value";
    }

    private static String ofConstraint(String constraint) {
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Size" -> "wrong-length";
            case "Email" -> "invalid-email";
            case "Min", "Max", "Positive", "PositiveOrZero" -> "out-of-range";
            case "typeMismatch" -> "invalid-value";
            default -> "invalid-value";
        };
    }
}
