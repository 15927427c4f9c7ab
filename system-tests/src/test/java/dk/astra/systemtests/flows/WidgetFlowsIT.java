package dk.astra.systemtests.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import dk.astra.systemtests.Office;
import dk.astra.systemtests.Participant;
import dk.astra.systemtests.Participants;
import dk.astra.systemtests.Stack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** P11: the two lines on a page of another site, in a browser that takes no third-party cookies. */
class WidgetFlowsIT {

    private final Stack stack = Stack.shared();
    private final Office office = new Office(stack);
    private final Flows flows = new Flows(stack);
    private HttpServer site;
    private String meeting = "";

    @BeforeEach
    void anotherSiteShowsAMeeting() throws IOException {
        meeting = office.schedule(Office.meeting("Vist hos en skole", 20));
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        site.createContext("/", exchange -> {
            try (exchange) {
                byte[] page =
                        page(exchange.getRequestURI().getPath().substring(1)).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        site.start();
    }

    @AfterEach
    void stops() {
        site.stop(0);
    }

    private String page(String language) {
        String portal = stack.portal("/").toString().replaceAll("/$", "");
        return """
                <!DOCTYPE html>
                <html lang="%1$s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <link rel="icon" href="data:,"><title>Skolen</title></head>
                <body><main><h1>Skolens side</h1><p><a href="#foer">Før</a></p>
                <div data-tilmelding="%2$s" lang="%1$s"><a href="%3$s/arrangementer/%2$s?lang=%1$s&amp;via=widget">Tilmeld dig: Vist hos en skole</a></div>
                <script src="%3$s/widget.js" async></script>
                <p><a href="#efter">Efter</a></p></main></body></html>
                """.formatted(language, meeting, portal);
    }

    @Test
    void signsUpFromAPageOfAnotherSite() {
        flows.each("widget", guest -> {
            Participant participant = Participants.next();
            URI there = URI.create("http://127.0.0.1:" + site.getAddress().getPort() + "/"
                    + guest.visit().language());
            guest.look().allow(there);
            guest.opens(there.toString());
            Guest signingUp = guest.visit().javaScript() ? inTheFrame(guest) : byTheLink(guest);
            signingUp.sees("form", "form.title");
            signingUp.signsUp(participant);
            signingUp.sees("receipt", "receipt.title");
            JsonNode registered = office.participants(meeting).stream()
                    .filter(one -> one.path("email").asString().equals(participant.email()))
                    .findFirst()
                    .orElseThrow();
            assertThat(registered.path("channel").asString()).isEqualTo("WIDGET");
            assertThat(registered.path("language").asString())
                    .isEqualTo(guest.visit().language());
        });
    }

    private static Guest inTheFrame(Guest guest) {
        Page page = guest.page();
        FrameLocator frame = page.frameLocator("iframe");
        assertThat(page.locator("div[data-tilmelding] > a")).isHidden();
        guest.sees("site", Words.whole("Skolens side"));
        Locator signUp = frame.getByRole(
                AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName(guest.say("meeting.signup")));
        guest.keys().to(signUp);
        Page tab = page.context().waitForPage(() -> guest.keys().press("Enter"));
        tab.waitForLoadState();
        return guest.in(tab);
    }

    private static Guest byTheLink(Guest guest) {
        assertThat(guest.page().locator("iframe")).hasCount(0);
        guest.sees("site", Words.whole("Skolens side"));
        guest.followsLink("Tilmeld dig: Vist hos en skole");
        guest.sees("meeting", Words.whole(guest.titled("Vist hos en skole")));
        guest.follows("meeting.signup");
        return guest;
    }
}
