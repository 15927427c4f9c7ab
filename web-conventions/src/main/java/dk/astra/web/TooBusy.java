package dk.astra.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends away a request that there is no time for: with a problem, unless the application has a bean of its own. */
@FunctionalInterface
public interface TooBusy {

    /** Answers 429 with Retry-After; called before any other work on the request was done. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;
}
