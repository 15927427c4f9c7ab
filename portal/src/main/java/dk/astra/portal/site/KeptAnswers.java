package dk.astra.portal.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What was sent to a page that could not answer lies in the answer, to be sent again by a button: without a service,
 * without JavaScript, and without the portal keeping anything.
 */
@Component
class KeptAnswers {

    static final String VIEW = "gem-igen";
    private static final String STEP = "step";
    private static final Set<String> NOT_TYPED = Set.of(STEP, "_csrf", "lang");
    private static final int SECONDS = 5;

    private final Wording wording;

    KeptAnswers(Wording wording) {
        this.wording = wording;
    }

    public record Field(String name, String value) {}

    static boolean areIn(HttpServletRequest request) {
        return request.getMethod().equals("POST");
    }

    /** @param reason names the message {@code again.<reason>} */
    Map<String, Object> model(HttpServletRequest request, String reason) {
        List<Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_TYPED.contains(name)) {
                Arrays.stream(values).forEach(value -> fields.add(new Field(name, value)));
            }
        });
        String step = request.getParameter(STEP) == null ? "" : request.getParameter(STEP);
        Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        return Map.of(
                "fields",
                fields,
                "step",
                step,
                "action",
                forwarded == null ? request.getRequestURI() : forwarded,
                "languageForm",
                new FormLanguage("svar", step, step),
                "why",
                wording.say("again." + reason, SECONDS));
    }
}
