package dk.astra.systemtests.flows;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dk.astra.systemtests.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets every kind of visit go the same way, side by side, and tells of all that went wrong. */
final class Flows {

    private static final int MINUTES = 4;

    private final Stack stack;
    private final Path screens;
    private final String axe;

    Flows(Stack stack) {
        Browsers.assumeABrowser();
        this.stack = stack;
        this.screens = stack.root().resolve("system-tests/target/screens");
        this.axe = text(stack.root().resolve("portal/node_modules/axe-core/axe.min.js"));
    }

    /** One way from its first page to its last. */
    interface Way {
        void go(Guest guest) throws Exception;
    }

    void each(String flow, Way way) {
        Map<Visit, Future<Void>> running = new LinkedHashMap<>();
        Visit.chosen()
                .forEach(visit -> running.put(visit, Browsers.with(visit, context -> walk(flow, visit, context, way))));
        AssertionError all = new AssertionError(flow + " goes wrong");
        running.forEach((visit, one) -> {
            try {
                one.get(MINUTES, TimeUnit.MINUTES);
            } catch (ExecutionException e) {
                all.addSuppressed(new AssertionError(
                        flow + ", " + visit + ": " + e.getCause().getMessage(), e.getCause()));
            } catch (TimeoutException | InterruptedException e) {
                all.addSuppressed(new AssertionError(flow + ", " + visit + " takes too long", e));
            }
        });
        if (all.getSuppressed().length > 0) {
            throw new AssertionError(
                    List.of(all.getSuppressed()).stream()
                            .map(Throwable::getMessage)
                            .toList()
                            .toString(),
                    all.getSuppressed()[0]);
        }
    }

    private Void walk(String flow, Visit visit, BrowserContext context, Way way) throws Exception {
        Path folder = screens.resolve(flow).resolve(visit.toString());
        clear(folder);
        Look look = new Look(visit, folder, axe, stack.portal("/"));
        look.over(context);
        Guest guest = new Guest(stack, visit, Words.of(stack.root(), visit.language()), look, context);
        try {
            way.go(guest);
        } catch (Exception | AssertionError e) {
            leaveAPicture(look, guest.page());
            throw e;
        } finally {
            closeOthers(context);
        }
        look.assertNothingFound();
        return null;
    }

    /** Of those who came along. */
    private static void closeOthers(BrowserContext context) {
        Browser browser = context.browser();
        browser.contexts().stream().filter(other -> other != context).forEach(BrowserContext::close);
    }

    private static void leaveAPicture(Look look, Page page) {
        try {
            look.picture(page, "went-wrong");
        } catch (PlaywrightException gone) {
            // the failure itself is told
        }
    }

    /** Pictures of an earlier run would be looked at as if they were of this one. */
    private static void clear(Path folder) {
        try {
            Files.createDirectories(folder);
            try (var old = Files.newDirectoryStream(folder, "*.png")) {
                for (Path picture : old) {
                    Files.delete(picture);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
