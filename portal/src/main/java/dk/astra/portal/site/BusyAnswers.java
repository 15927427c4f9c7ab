package dk.astra.portal.site;

import dk.astra.web.ProblemResponses;
import dk.astra.web.TooBusy;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Whoever there is no time for gets a page in the reader's language, and a sign-up its answers back. No service is
 * asked for these pages. What is no reader gets a problem, which costs less.
 */
@Component
class BusyAnswers implements TooBusy {

    /** Sending people away must not itself become the load: more pages than this wait a moment for their turn. */
    private static final int PAGES_AT_ONCE = 32;

    private static final int PATIENCE_SECONDS = 2;
    private static final String PAGE = "/travlt";
    private static final Pattern SIGN_UP = Pattern.compile("/arrangementer/[A-Za-z0-9_-]{1,64}/tilmelding(/flere)?");

    private final ProblemResponses problems;
    private final Semaphore pages = new Semaphore(PAGES_AT_ONCE);

    BusyAnswers(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        RequestDispatcher page = page(request);
        if (page == null || !turn()) {
            problems.tooBusy(request, response);
            return;
        }
        try {
            page.forward(request, response);
        } finally {
            pages.release();
        }
    }

    private static @Nullable RequestDispatcher page(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted == null || !accepted.contains(MediaType.TEXT_HTML_VALUE)) {
            return null;
        }
        String path = request.getRequestURI();
        boolean signUp =
                request.getMethod().equals("POST") && SIGN_UP.matcher(path).matches();
        return request.getRequestDispatcher(signUp ? path + PAGE : PAGE);
    }

    private boolean turn() {
        try {
            return pages.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
