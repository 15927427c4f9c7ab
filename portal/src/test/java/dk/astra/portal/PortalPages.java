package dk.astra.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A reader without JavaScript: keeps cookies, follows links, sends forms. */
final class PortalPages {

    static {
        // signing in takes a browser through five redirects, which is Java's limit
        System.setProperty("jdk.httpclient.redirects.retrylimit", "10");
    }

    static final String FORM = "application/x-www-form-urlencoded";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private final String base;

    PortalPages(int port) {
        this.base = "http://localhost:" + port;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    record Page(HttpResponse<String> response, Document document) {

        int status() {
            return response.statusCode();
        }

        String text() {
            return document.text();
        }

        String h1() {
            return document.select("h1").text();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** @param headers in turns of name and value */
    Page get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Page post(String path, Map<String, String> fields) {
        return post(path, FORM, body(fields));
    }

    /** As a browser sends a form. */
    static String body(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** What no browser sends: a body as it is, and further headers in turns of name and value. */
    Page post(String path, String type, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** What the browser keeps. */
    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** Fills the page's POST form as given, leaves the other fields as they are, and presses a button. */
    Page submit(Page page, Map<String, String> typed, String step) {
        Element form = page.document().select("main form[method=post]").first();
        if (form == null) {
            throw new AssertionError("no form on " + page.response().uri());
        }
        Map<String, String> fields = fields(form);
        fields.putAll(typed);
        if (!step.isEmpty()) {
            fields.put("step", step);
        }
        return post(
                form.hasAttr("action")
                        ? form.attr("action")
                        : page.response().uri().getPath(),
                fields);
    }

    /** Presses the button that the selector finds, wherever on the page it is: its form, its step, its address. */
    Page press(Page page, String selector, Map<String, String> typed) {
        Element button = page.document().select(selector).first();
        if (button == null) {
            throw new AssertionError("no " + selector + " on " + page.response().uri());
        }
        Element form =
                button.hasAttr("form") ? page.document().getElementById(button.attr("form")) : button.closest("form");
        if (form == null) {
            throw new AssertionError(selector + " has no form");
        }
        Map<String, String> fields = fields(form);
        fields.putAll(typed);
        if (button.hasAttr("name")) {
            fields.put(button.attr("name"), button.val());
        }
        String address = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
        return post(address.replaceAll("#.*", ""), fields);
    }

    private static Map<String, String> fields(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : form.select("input[name], textarea[name]")) {
            boolean choice =
                    input.attr("type").equals("radio") || input.attr("type").equals("checkbox");
            if (!choice || input.hasAttr("checked")) {
                fields.put(input.attr("name"), input.tagName().equals("textarea") ? input.wholeText() : input.val());
            }
        }
        for (Element select : form.select("select[name]")) {
            Element chosen = select.select("option[selected]").first();
            Element first = select.select("option").first();
            fields.put(select.attr("name"), chosen != null ? chosen.val() : first == null ? "" : first.val());
        }
        return fields;
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
            return new Page(response, Jsoup.parse(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
